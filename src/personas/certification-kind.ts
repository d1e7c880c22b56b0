import { z } from 'zod';
import { Certification } from './certification.entity.ts';
import type { ItemKind } from './change-items.ts';
import { assertPeriod, assertSoon, day } from './day-rules.ts';
import { requiredText, text, webAddress } from './text-rules.ts';

const rules = z.object({
  certificationName: requiredText(255),
  issuingOrganization: requiredText(255),
  dateObtained: day,
  expirationDate: day.nullish(),
  credentialId: text(100).nullish(),
  verificationUrl: webAddress.optional(),
});

/** What somebody else has certified. */
export const certificationKind: ItemKind<Certification, z.infer<typeof rules>> = {
  entity: Certification,
  parent: 'persona',
  plural: 'certifications',
  most: 100,
  rules,
  changeRules: rules.partial(),
  matched: [],
  settle: (given, { context, item }) => {
    const { dateObtained, expirationDate } = given;
    assertSoon('input.dateObtained', dateObtained, context.now);
    assertPeriod(
      {
        from: dateObtained ?? item?.dateObtained,
        to: expirationDate === undefined ? item?.expirationDate : expirationDate,
      },
      expirationDate === undefined ? 'input.dateObtained' : 'input.expirationDate',
    );
    return given;
  },
};
