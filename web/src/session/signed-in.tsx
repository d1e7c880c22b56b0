import { useQuery } from '@apollo/client/react';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { unmask } from '../generated/fragment-masking.ts';
import { MatchList } from '../matches/match-list.tsx';
import { PersonaPages } from '../personas/persona-pages.tsx';
import { following } from '../shell/following.tsx';
import { Shell } from '../shell/shell.tsx';
import { Failure, Loading, NotFound } from '../shell/states.tsx';
import { Home } from '../personas/home.tsx';
import { hasProviderError, settingsPath } from './provider-return.ts';
import { Me, ViewerContext, ViewerFields } from './viewer.ts';

const MustChangePassword = lazy(() =>
  import('./must-change-password.tsx').then((m) => ({ default: m.MustChangePassword })),
);
// It follows once the page is there, and then waits for no connection when it is needed.
const StepUpDialog = following(() => import('./step-up-dialog.tsx').then((m) => m.StepUpDialog));
const NewPersona = lazy(() => import('../personas/new-persona.tsx').then((m) => ({ default: m.NewPersona })));
const PersonaEditing = lazy(() =>
  import('../personas/persona-editing.tsx').then((m) => ({ default: m.PersonaEditing })),
);
const SetUp = lazy(() => import('../personas/set-up.tsx').then((m) => ({ default: m.SetUp })));
const MatchDetail = lazy(() => import('../matches/match-detail.tsx').then((m) => ({ default: m.MatchDetail })));
const AddJob = lazy(() => import('../capture/add-job.tsx').then((m) => ({ default: m.AddJob })));
const Capture = lazy(() => import('../capture/capture.tsx').then((m) => ({ default: m.Capture })));
const Applications = lazy(() => import('../applications/applications.tsx').then((m) => ({ default: m.Applications })));
const ApplicationDetail = lazy(() =>
  import('../applications/application-detail.tsx').then((m) => ({ default: m.ApplicationDetail })),
);
const AccountSettings = lazy(() =>
  import('../account/account-settings.tsx').then((m) => ({ default: m.AccountSettings })),
);
const AccountActivity = lazy(() =>
  import('../account/account-activity.tsx').then((m) => ({ default: m.AccountActivity })),
);
const AdministrationPages = lazy(() =>
  import('../administration/administration-pages.tsx').then((m) => ({ default: m.AdministrationPages })),
);

/** Pages of the signed-in account; until the server has said who that is, nothing of anybody. */
export function SignedIn() {
  const { data, error, loading, refetch } = useQuery(Me, { notifyOnNetworkStatusChange: true });
  const viewer = unmask(ViewerFields, data?.me);

  if (viewer) {
    return (
      <ViewerContext value={viewer}>
        <Suspense fallback={<Loading />}>
          {viewer.mustChangePassword ? (
            <MustChangePassword onChanged={() => void refetch()} />
          ) : (
            <>
              <AccountRoutes />
              <StepUpDialog />
            </>
          )}
        </Suspense>
      </ViewerContext>
    );
  }
  return error && !loading ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function AccountRoutes() {
  return (
    <Routes>
      <Route path="capture" element={<Capture />} />
      <Route element={<Shell />}>
        <Route index element={<Home />} />
        {/* Whoever was linking a provider for too long comes back as one who was to sign in. */}
        <Route path="sign-in" element={<Navigate to={hasProviderError() ? settingsPath : '/'} replace />} />
        <Route path="sign-up" element={<Navigate to="/" replace />} />
        <Route path="personas/new" element={<NewPersona />} />
        <Route path="personas/:personaId" element={<PersonaPages />}>
          <Route index element={<Navigate to="jobs" replace />} />
          <Route path="jobs" element={<MatchList />} />
          <Route path="jobs/add/:ingestId?" element={<AddJob />} />
          <Route path="jobs/:matchId" element={<MatchDetail />} />
          <Route path="applications" element={<Applications />} />
          <Route path="applications/:applicationId" element={<ApplicationDetail />} />
          <Route path="set-up/:step?" element={<SetUp />} />
          <Route path="edit/*" element={<PersonaEditing />} />
        </Route>
        <Route path="settings/account" element={<AccountSettings />} />
        <Route path="settings/account/activity" element={<AccountActivity />} />
        <Route path="admin/*" element={<AdministrationPages />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
