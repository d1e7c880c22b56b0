import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import { Dialog, takeFocusOfDialog } from '../shell/dialog.tsx';
import { words } from '../words/match-detail.ts';
import classes from './triage.module.css';
import { areKeysOn, turnKeys } from './use-keys.ts';

const keyRows = [
  ['j', words.keys.next],
  ['k', words.keys.previous],
  ['o', words.keys.open],
  ['u', words.keys.back],
  ['e', words.keys.dismiss],
  ['s', words.keys.favour],
  ['a', words.keys.apply],
  ['x', words.keys.select],
  ['z', words.keys.undo],
  ['?', words.keys.help],
] as const;

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Which keys there are, and whether they do anything. */
export function KeysHelp({ isOpen, onClose }: KeysHelpProps) {
  const [isOn, setIsOn] = useState(areKeysOn);
  return (
    <Dialog isOpen={isOpen} title={words.keys.title} onClose={onClose}>
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
        label={words.keys.use}
        checked={isOn}
        onChange={({ currentTarget: { checked } }) => {
          turnKeys(checked);
          setIsOn(checked);
        }}
      />
      {/* The browser closes it, and puts the focus back where it was. */}
      <form method="dialog">
        <Button ref={takeFocusOfDialog} type="submit" variant="default" fullWidth>
          {words.keys.close}
        </Button>
      </form>
    </Dialog>
  );
}
