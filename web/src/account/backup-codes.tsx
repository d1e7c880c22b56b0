import { Button, Group, Stack, Text } from '@mantine/core';
import { useViewer } from '../session/viewer.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { StepTitle } from '../shell/step-title.tsx';
import { words } from '../words/account.ts';
import classes from './second-factor.module.css';

interface BackupCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** Shows new backup codes, this once. */
export function BackupCodes({ codes, onKept }: BackupCodesProps) {
  const { email } = useViewer();
  return (
    <Stack>
      <div className={classes.sheet}>
        <Stack>
          <StepTitle>{words.codes.keep}</StepTitle>
          <Text size="sm">{words.codes.keepText}</Text>
          <Text size="sm" className={classes.printed}>
            {words.codes.of(email)}
          </Text>
          <ol className={classes.codes} aria-label={words.codes.list}>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        </Stack>
      </div>
      <Group>
        <CopyButton label={words.codes.copy} text={codes.join('\n')} />
        <Button variant="default" size="xs" onClick={() => download(email, codes)}>
          {words.codes.download}
        </Button>
        <Button variant="default" size="xs" onClick={() => window.print()}>
          {words.codes.print}
        </Button>
      </Group>
      <div>
        <Button onClick={onKept}>{words.codes.kept}</Button>
      </div>
    </Stack>
  );
}

/** Saves them as a text file. */
function download(email: string, codes: readonly string[]): void {
  const lines = [words.codes.fileTitle(email), words.codes.fileText, '', ...codes, ''];
  const url = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tenure-backup-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}
