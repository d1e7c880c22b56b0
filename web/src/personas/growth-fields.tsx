import { Fieldset, NativeSelect, TagsInput } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { PersonaGrowthFragment } from '../generated/graphql.ts';
import classes from './persona.module.css';
import type { Bindings } from './use-fields.ts';

export const PersonaGrowth = graphql(`
  fragment PersonaGrowth on Persona {
    id
    targetRoles
    targetSkills
    stretchAppetite
  }
`);

export const growthNames = ['targetRoles', 'targetSkills', 'stretchAppetite'] as const;

export type GrowthValues = Pick<PersonaGrowthFragment, (typeof growthNames)[number]>;

export const noGrowth: GrowthValues = { targetRoles: [], targetSkills: [], stretchAppetite: 'MEDIUM' };

const appetites = [
  { value: 'LOW', label: 'A step at most' },
  { value: 'MEDIUM', label: 'A step or two' },
  { value: 'HIGH', label: 'As far as it goes' },
];

/** Where a persona wants to get to. */
export function GrowthFields({ bind }: { readonly bind: Bindings<GrowthValues> }) {
  return (
    <Fieldset legend="Where you want to go" className={classes.section}>
      <div className={classes.fields}>
        <TagsInput
          {...bind.tags('targetRoles')}
          label="Roles you aim for"
          description="Matches that lead there get a higher stretch. Enter or a comma ends a role."
        />
        <TagsInput
          {...bind.tags('targetSkills')}
          label="Skills you want to work with"
          description="Also those you do not have yet. Enter or a comma ends a skill."
        />
        <NativeSelect
          {...bind.text('stretchAppetite')}
          label="How far above your present role"
          description="Searches look this far beyond what you do today."
          data={appetites}
        />
      </div>
    </Fieldset>
  );
}
