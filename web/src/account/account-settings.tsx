import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageTitle } from '../shell/page-title.tsx';
import { words } from '../words/account.ts';
import { AccessTokens } from './access-tokens.tsx';
import { AuthenticatorApp } from './authenticator-app.tsx';
import { Bookmarklet } from './bookmarklet.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { Devices } from './devices.tsx';
import { EmailAddress } from './email-address.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { ProviderOutcome } from './provider-outcome.tsx';
import { Section } from './section.tsx';
import { SignInMethods } from './sign-in-methods.tsx';

/** Everything that the owner of an account can change about it. */
export function AccountSettings() {
  return (
    <Stack>
      <PageTitle>{words.title}</PageTitle>
      <ProviderOutcome />
      <Profile />
      <EmailAddress />
      <Password />
      <SignInMethods />
      <AuthenticatorApp />
      <Devices />
      <AccessTokens />
      <Bookmarklet />
      <Section title={words.activity.title}>
        <Text>
          <Anchor component={Link} to="/settings/account/activity" underline="always">
            {words.activity.link}
          </Anchor>
        </Text>
      </Section>
      <DeleteAccount />
    </Stack>
  );
}
