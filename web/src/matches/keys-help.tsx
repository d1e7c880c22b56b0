import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog, takeFocusOfDialog } from '../shell/dialog.tsx';
import classes from './triage.module.css';
import { areKeysOn, turnKeys } from './use-keys.ts';

const keyRows = [
  ['j', 'Next posting'],
  ['k', 'Previous posting'],
  ['o', 'Open it'],
  ['u', 'Back to the list'],
  ['e', 'Dismiss it, or bring it back'],
  ['s', 'Add it to favourites, or remove it'],
  ['a', 'Apply with the employer'],
  ['x', 'Select it'],
  ['z', 'Undo'],
  ['?', 'Show these keys'],
] as const;

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Which keys there are, and whether they do anything. */
export function KeysHelp({ isOpen, onClose }: KeysHelpProps) {
  const [isOn, setIsOn] = useState(areKeysOn);
  return (
    <Dialog isOpen={isOpen} title="Keys" onClose={onClose}>
      <dl className={classes.keys}>
        {keyRows.map(([key, meaning]) => (
          <div key={key} className={classes.key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Use single keys"
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          turnKeys(checked);
          setIsOn(checked);
        }}
      />
      {/* The browser closes it, and puts the focus back where it was. */}
      <form method="dialog">
        <Button ref={takeFocusOfDialog} type="submit" variant="default" fullWidth>
          Close
        </Button>
      </form>
    </Dialog>
  );
}
