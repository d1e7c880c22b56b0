import { Alert, Button, Code, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { parseProblem } from '../api/problem.ts';
import { Failure } from '../shell/states.tsx';
import { useInvalidFocus } from '../shell/use-invalid-focus.ts';
import { words } from '../words/personas.ts';
import { describePlace, parseResume, pathIn, readResumeFile, valueAt } from './resume-file.ts';

interface ResumeInputProps {
  readonly submitLabel: string;
  readonly loading: boolean;
  /** What the server said of the document last given. */
  readonly error: unknown;
  readonly onDocument: (document: unknown) => void;
}

/** Takes a JSON Resume document as a file or as pasted text, and shows what is wrong with it by its place. */
export function ResumeInput({ submitLabel, loading, error, onDocument }: ResumeInputProps) {
  const [text, setText] = useState('');
  const [given, setGiven] = useState<unknown>();
  const [fault, setFault] = useState<unknown>();
  const [isPasting, setIsPasting] = useState(false);
  const form = useInvalidFocus(fault);
  const letGo = useRef<() => void>(null);

  const give = (written: string) => {
    try {
      const document = parseResume(written);
      setFault(undefined);
      setGiven(document);
      onDocument(document);
    } catch (caught) {
      setFault(caught);
    }
  };
  const take = async (file: File | null) => {
    if (!file) return;
    // So that the same file can be chosen once more, after it was mended where it is kept.
    letGo.current?.();
    try {
      const written = await readResumeFile(file);
      // It can be mended there where it is refused.
      setText(written);
      give(written);
    } catch (caught) {
      setFault(caught);
    }
  };
  const fileFault = fault && !isPasting ? <Failure error={fault} /> : null;

  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        give(text);
      }}
    >
      <Stack>
        <Group>
          <FileButton resetRef={letGo} accept="application/json,.json" onChange={(file) => void take(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={loading && !isPasting}>
                {words.resume.choose}
              </Button>
            )}
          </FileButton>
          {!isPasting && (
            <Button variant="subtle" onClick={() => setIsPasting(true)}>
              {text === '' ? words.resume.paste : words.resume.showText}
            </Button>
          )}
        </Group>
        {fileFault}
        {error && !fault ? <RefusedDocument error={error} document={given} /> : null}
        {isPasting && (
          <>
            <Textarea
              label={words.resume.label}
              autoFocus
              autosize
              minRows={6}
              maxRows={20}
              spellCheck={false}
              value={text}
              error={fault ? parseProblem(fault).message : undefined}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <div>
              <Button type="submit" loading={loading}>
                {submitLabel}
              </Button>
            </div>
          </>
        )}
      </Stack>
    </form>
  );
}

interface RefusedDocumentProps {
  readonly error: unknown;
  readonly document: unknown;
}

/** What the server has against a document, with the place and what stands there. */
function RefusedDocument({ error, document }: RefusedDocumentProps) {
  const { code, field, message } = parseProblem(error);
  if (code !== 'BAD_USER_INPUT' || !field?.startsWith('document')) return <Failure error={error} />;
  const path = pathIn(field);
  const found = path.length === 0 ? undefined : valueAt(document, path);
  return (
    <Alert
      color="red"
      role="alert"
      title={path.length === 0 ? words.resume.notOne : words.resume.lookAt(describePlace(path))}
    >
      <Stack gap="xs">
        <Text size="sm">{words.resume.refused(message)}</Text>
        {found !== undefined && <Code block>{shortened(JSON.stringify(found))}</Code>}
      </Stack>
    </Alert>
  );
}

const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)} …` : text);
