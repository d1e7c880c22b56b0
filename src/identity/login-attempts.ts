import type { OperationContext } from '#authorization/operation-context.ts';
import type { Credential } from './credential.entity.ts';
import type { KnownDevice } from './known-device.entity.ts';

export interface AttemptSubject {
  readonly email: string;
  readonly password: Credential | null;
  readonly device: KnownDevice | null;
}

export type Attempt =
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'allowed'; readonly succeeded: () => Promise<void>; readonly failed: () => Promise<void> };

export interface LoginAttempts {
  readonly begin: (context: OperationContext, subject: AttemptSubject) => Promise<Attempt>;
  readonly forget: (email: string) => Promise<void>;
}

export const isPasswordOff = ({ failedAttempts }: Credential): boolean => failedAttempts >= 100;
export const uncountedAttempts: LoginAttempts = {
  begin: async () => ({ kind: 'allowed', succeeded: async () => undefined, failed: async () => undefined }),
  forget: async () => undefined,
};
