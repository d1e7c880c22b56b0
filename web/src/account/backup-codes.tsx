import { Button, Group, Stack, Text } from '@mantine/core';
import { useViewer } from '../session/viewer.ts';
import { CopyButton } from '../shell/copy-button.tsx';
import { StepTitle } from '../shell/step-title.tsx';
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
          <StepTitle>Keep your backup codes</StepTitle>
          <Text size="sm">
            Each signs you in once when your app is not at hand. They are shown this once: keep them where you would
            look for them without your phone.
          </Text>
          <Text size="sm" className={classes.printed}>
            Tenure, {email}
          </Text>
          <ol className={classes.codes} aria-label="Backup codes">
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        </Stack>
      </div>
      <Group>
        <CopyButton label="Copy" text={codes.join('\n')} />
        <Button variant="default" size="xs" onClick={() => download(email, codes)}>
          Download
        </Button>
        <Button variant="default" size="xs" onClick={() => window.print()}>
          Print
        </Button>
      </Group>
      <div>
        <Button onClick={onKept}>I have kept them</Button>
      </div>
    </Stack>
  );
}

/** Saves them as a text file. */
function download(email: string, codes: readonly string[]): void {
  const lines = [
    `Tenure: backup codes of ${email}`,
    'Each works once, in place of a code of the app.',
    '',
    ...codes,
    '',
  ];
  const url = URL.createObjectURL(new Blob([lines.join('\r\n')], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'tenure-backup-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}
