import { NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { separators } from '../language/format-number.ts';
import { employmentTypes, seniorities, workModels } from '../matches/describe-posting.ts';
import type { Bindings } from '../personas/use-fields.ts';
import { words } from '../words/capture.ts';
import classes from './capture.module.css';
import type { Preview, PreviewValues } from './changed-fields.ts';

const choices = (labels: Readonly<Record<string, string>>) => [
  { value: '', label: words.fields.untold },
  ...Object.entries(labels).map(([value, label]) => ({ value, label })),
];

interface PreviewFieldsProps {
  readonly bind: Bindings<PreviewValues>;
  readonly preview: Preview;
}

/** What was read of a posting, to be put right. */
export function PreviewFields({ bind, preview }: PreviewFieldsProps) {
  const missing = (value: string | null) => (value ? undefined : words.fields.unplain);
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          {...bind.text('title')}
          label={words.fields.title}
          description={missing(preview.title)}
          required
          maxLength={255}
        />
        <TextInput
          {...bind.text('companyName')}
          label={words.fields.company}
          description={missing(preview.companyName)}
          required
          maxLength={255}
        />
        <TextInput {...bind.optional('location')} label={words.fields.place} maxLength={255} />
        <NativeSelect {...bind.optional('workModel')} label={words.fields.workModel} data={choices(workModels)} />
        <NativeSelect {...bind.optional('seniorityLevel')} label={words.fields.level} data={choices(seniorities)} />
        <NativeSelect
          {...bind.optional('employmentType')}
          label={words.fields.contract}
          data={choices(employmentTypes)}
        />
        <NumberInput {...bind.count('salaryMin')} label={words.fields.payMin} {...separators()} hideControls />
        <NumberInput {...bind.count('salaryMax')} label={words.fields.payMax} {...separators()} hideControls />
        <TextInput
          {...bind.optional('salaryCurrency')}
          label={words.fields.currency}
          placeholder={words.fields.currencyExample}
          maxLength={3}
        />
        <TextInput {...bind.optional('applicationDeadline')} label={words.fields.deadline} type="date" />
      </div>
      <TextInput {...bind.optional('applyUrl')} label={words.fields.applyUrl} type="url" maxLength={1000} />
      <TagsInput
        {...bind.tags('skills')}
        label={words.fields.skills}
        description={words.fields.skillsHint}
        maxTags={100}
      />
      <Textarea
        {...bind.text('description')}
        label={words.fields.text}
        description={preview.isIncomplete ? words.fields.tooShort : undefined}
        required
        autosize
        minRows={5}
        maxRows={18}
        maxLength={50_000}
      />
    </>
  );
}
