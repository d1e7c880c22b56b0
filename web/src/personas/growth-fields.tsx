import { Fieldset, NativeSelect, TagsInput } from '@mantine/core';
import { graphql } from '../generated/gql.ts';
import type { PersonaGrowthFragment } from '../generated/graphql.ts';
import { words } from '../words/personas.ts';
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
  { value: 'LOW', label: words.growth.appetites.low },
  { value: 'MEDIUM', label: words.growth.appetites.medium },
  { value: 'HIGH', label: words.growth.appetites.high },
];

/** Where a persona wants to get to. */
export function GrowthFields({ bind }: { readonly bind: Bindings<GrowthValues> }) {
  return (
    <Fieldset legend={words.growth.title} className={classes.section}>
      <div className={classes.fields}>
        <TagsInput {...bind.tags('targetRoles')} label={words.growth.roles} description={words.growth.rolesHint} />
        <TagsInput {...bind.tags('targetSkills')} label={words.growth.skills} description={words.growth.skillsHint} />
        <NativeSelect
          {...bind.text('stretchAppetite')}
          label={words.growth.appetite}
          description={words.growth.appetiteHint}
          data={appetites}
        />
      </div>
    </Fieldset>
  );
}
