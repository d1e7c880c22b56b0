import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';
import type { KeptEntry } from './json-object.ts';

const CertificationSchema = defineEntity({
  name: 'Certification',
  tableName: 'certifications',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    certificationName: p.string().length(255),
    issuingOrganization: p.string().length(255),
    dateObtained: p.date(),
    expirationDate: p.date().nullable(),
    credentialId: p.string().length(100).nullable(),
    verificationUrl: p.string().length(500).nullable(),
    /** The entry of a JSON Resume document that it was read from, if it was. */
    jsonResume: p.json().$type<KeptEntry>().nullable().lazy(),
    displayOrder: p.integer(),
  },
});
export class Certification extends CertificationSchema.class {}
CertificationSchema.setClass(Certification);
