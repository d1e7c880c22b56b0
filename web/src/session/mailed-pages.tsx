import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { NotFound } from '../shell/states.tsx';
import { Entrance } from './entrance.tsx';
import { ForgotPassword } from './forgot-password.tsx';
import { MagicLink } from './magic-link.tsx';
import { MailALink } from './mail-a-link.tsx';
import { CancelEmailChange, ConfirmEmailChange, RevertEmailChange, ThisWasNotMe } from './mail-links.tsx';
import type { mailedPaths } from './mailed-paths.ts';
import { ResetPassword } from './reset-password.tsx';
import { VerifyEmail } from './verify-email.tsx';

const pages: Readonly<Record<(typeof mailedPaths)[number], ReactElement>> = {
  '/forgot-password': <ForgotPassword />,
  '/mail-a-link': <MailALink />,
  '/magic-link': <MagicLink />,
  '/reset-password': <ResetPassword />,
  '/verify-email': <VerifyEmail />,
  '/confirm-email-change': <ConfirmEmailChange />,
  '/cancel-email-change': <CancelEmailChange />,
  '/revert-email-change': <RevertEmailChange />,
  '/this-was-not-me': <ThisWasNotMe />,
};

const isMailed = (path: string): path is keyof typeof pages => Object.hasOwn(pages, path);

/** The page of such an address. */
export function MailedPages() {
  const path = useLocation().pathname.replace(/\/$/u, '');
  return <Entrance>{isMailed(path) ? pages[path] : <NotFound />}</Entrance>;
}
