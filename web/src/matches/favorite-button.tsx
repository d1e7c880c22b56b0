import { ActionIcon } from '@mantine/core';
import { words } from '../words/matches.ts';
import classes from './match.module.css';

interface FavoriteButtonProps {
  readonly isFavorite: boolean;
  readonly title: string;
  readonly onToggle: () => void;
}

/** The star of a match; pressed when it is a favourite. */
export function FavoriteButton({ isFavorite, title, onToggle }: FavoriteButtonProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-pressed={isFavorite}
      aria-label={words.favourite.label(title)}
      title={isFavorite ? words.favourite.remove : words.favourite.add}
      onClick={onToggle}
    >
      <svg
        viewBox="0 0 24 24"
        width="22"
        height="22"
        aria-hidden="true"
        className={isFavorite ? classes.starOn : classes.star}
      >
        <path d="M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17l-5.4 2.9 1.1-6.1-4.5-4.2 6.1-.8z" />
      </svg>
    </ActionIcon>
  );
}
