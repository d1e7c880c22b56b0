import { Button, CloseButton, Fieldset, NativeSelect, NumberInput, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Proficiency } from '../generated/graphql.ts';
import { words } from '../words/personas.ts';
import classes from './persona.module.css';
import { SkillInput } from './skill-input.tsx';

/** A skill as the form shows it. */
export interface EditedSkill {
  /** The skill's id, or its name while it has none. */
  readonly key: string;
  readonly skillName: string;
  readonly proficiency: Proficiency;
  /** Null where nobody says. */
  readonly yearsUsed: number | null;
}

type SkillChange = Partial<Pick<EditedSkill, 'proficiency' | 'yearsUsed'>>;

interface SkillEditorProps {
  readonly skills: readonly EditedSkill[];
  readonly hint: string;
  /** Where they are saved, what it answers fails with them. */
  readonly onAdd: (skillNames: readonly string[]) => Promise<unknown> | void;
  readonly onChange: (key: string, change: SkillChange) => void;
  readonly onRemove: (key: string) => void;
  readonly problem?: ReactNode;
}

const proficiencies: Readonly<Record<Proficiency, string>> = words.skills.levels;

const isProficiency = (value: string): value is Proficiency => value in proficiencies;

/** Names in a comma list that are not there yet, each once, in any case. */
function findNewNames(typed: string, skills: readonly EditedSkill[]): readonly string[] {
  const known = new Set(skills.map(({ skillName }) => skillName.toLowerCase()));
  return typed
    .split(',')
    .map((name) => name.trim())
    .filter((name) => {
      const isNew = name !== '' && !known.has(name.toLowerCase());
      known.add(name.toLowerCase());
      return isNew;
    });
}

/** Adds, rates and removes skills. */
export function SkillEditor({ skills, hint, onAdd, onChange, onRemove, problem }: SkillEditorProps) {
  const [typed, setTyped] = useState('');

  const add = (names: string) => {
    const fresh = findNewNames(names, skills);
    setTyped('');
    // What could not be saved stands there again, with what was typed since.
    const takeBack = () => setTyped((since) => [...fresh, since].filter(Boolean).join(', '));
    if (fresh.length > 0) void onAdd(fresh)?.catch(takeBack);
  };

  return (
    <Fieldset legend={words.skills.title} className={classes.section}>
      <div className={classes.adder}>
        <SkillInput hint={hint} typed={typed} onType={setTyped} onAdd={add} />
        <Button variant="default" onClick={() => add(typed)}>
          {words.skills.add}
        </Button>
      </div>
      {problem}
      {skills.length === 0 ? (
        <Text c="dimmed" size="sm" mt="md">
          {words.skills.none}
        </Text>
      ) : (
        <ul className={classes.skills} aria-label={words.skills.list}>
          {skills.map((skill) => (
            <SkillRow key={skill.key} skill={skill} onChange={onChange} onRemove={onRemove} />
          ))}
        </ul>
      )}
    </Fieldset>
  );
}

type SkillRowProps = Pick<SkillEditorProps, 'onChange' | 'onRemove'> & { readonly skill: EditedSkill };

function SkillRow({ skill, onChange, onRemove }: SkillRowProps) {
  const { key, skillName, proficiency } = skill;
  const [yearsUsed, setYearsUsed] = useState<number | string>(skill.yearsUsed ?? '');

  const keepYears = () => {
    const said = typeof yearsUsed === 'number' ? yearsUsed : null;
    if (said !== skill.yearsUsed) onChange(key, { yearsUsed: said });
  };

  return (
    <li className={classes.skill}>
      <Text fw={500} className={classes.skillName}>
        {skillName}
      </Text>
      <NativeSelect
        aria-label={words.skills.level(skillName)}
        data={Object.entries(proficiencies).map(([value, label]) => ({ value, label }))}
        value={proficiency}
        onChange={({ currentTarget: { value } }) => isProficiency(value) && onChange(key, { proficiency: value })}
      />
      <NumberInput
        aria-label={words.skills.years(skillName)}
        min={0}
        max={80}
        allowDecimal={false}
        suffix={words.skills.yearsSuffix}
        placeholder={words.skills.yearsUnsaid}
        value={yearsUsed}
        onChange={setYearsUsed}
        onBlur={keepYears}
        onKeyDown={(event) => event.key === 'Enter' && keepYears()}
      />
      <CloseButton aria-label={words.skills.remove(skillName)} onClick={() => onRemove(key)} />
    </li>
  );
}
