import { NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { employmentTypes, seniorities, workModels } from '../matches/describe-posting.ts';
import type { Bindings } from '../personas/use-fields.ts';
import classes from './capture.module.css';
import type { Preview, PreviewValues } from './changed-fields.ts';

const untold = 'Not said';

const choices = (labels: Readonly<Record<string, string>>) => [
  { value: '', label: untold },
  ...Object.entries(labels).map(([value, label]) => ({ value, label })),
];

interface PreviewFieldsProps {
  readonly bind: Bindings<PreviewValues>;
  readonly preview: Preview;
}

/** What was read of a posting, to be put right. */
export function PreviewFields({ bind, preview }: PreviewFieldsProps) {
  const missing = (value: string | null) => (value ? undefined : 'The posting does not say it plainly: tell it.');
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          {...bind.text('title')}
          label="Job title"
          description={missing(preview.title)}
          required
          maxLength={255}
        />
        <TextInput
          {...bind.text('companyName')}
          label="Employer"
          description={missing(preview.companyName)}
          required
          maxLength={255}
        />
        <TextInput {...bind.optional('location')} label="Place" maxLength={255} />
        <NativeSelect {...bind.optional('workModel')} label="Where the work is done" data={choices(workModels)} />
        <NativeSelect {...bind.optional('seniorityLevel')} label="Level" data={choices(seniorities)} />
        <NativeSelect {...bind.optional('employmentType')} label="Contract" data={choices(employmentTypes)} />
        <NumberInput {...bind.count('salaryMin')} label="Lowest pay a year" thousandSeparator="," hideControls />
        <NumberInput {...bind.count('salaryMax')} label="Highest pay a year" thousandSeparator="," hideControls />
        <TextInput {...bind.optional('salaryCurrency')} label="Currency of the pay" placeholder="USD" maxLength={3} />
        <TextInput {...bind.optional('applicationDeadline')} label="Last day to apply" type="date" />
      </div>
      <TextInput {...bind.optional('applyUrl')} label="Where to apply" type="url" maxLength={1000} />
      <TagsInput
        {...bind.tags('skills')}
        label="Skills it asks for"
        description="Enter or a comma ends a skill."
        maxTags={100}
      />
      <Textarea
        {...bind.text('description')}
        label="Text of the posting"
        description={preview.isIncomplete ? 'This is too short to be all of it: the score is provisional.' : undefined}
        required
        autosize
        minRows={5}
        maxRows={18}
        maxLength={50_000}
      />
    </>
  );
}
