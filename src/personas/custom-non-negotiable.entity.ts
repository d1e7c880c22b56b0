import { defineEntity, p } from '@mikro-orm/core';
import { Persona } from './persona.entity.ts';

export const filterTypes = ['EXCLUDE', 'REQUIRE'] as const;
export const filterFields = ['COMPANY_NAME', 'TITLE', 'DESCRIPTION', 'LOCATION', 'INDUSTRY'] as const;

const CustomNonNegotiableSchema = defineEntity({
  name: 'CustomNonNegotiable',
  tableName: 'custom_non_negotiables',
  properties: {
    id: p.uuid().primary(),
    ownerId: p.uuid(),
    persona: () => p.manyToOne(Persona).ref().joinColumn('persona_id').deleteRule('cascade'),
    filterName: p.string().length(255),
    filterType: p.enum(filterTypes),
    /** Words, between commas. */
    filterValue: p.text(),
    filterField: p.enum(filterFields),
    displayOrder: p.integer(),
  },
});
export class CustomNonNegotiable extends CustomNonNegotiableSchema.class {}
CustomNonNegotiableSchema.setClass(CustomNonNegotiable);
