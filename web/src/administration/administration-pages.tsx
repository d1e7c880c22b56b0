import { Navigate, Route, Routes } from 'react-router';
import { useViewer } from '../session/viewer.ts';
import { PageLinks } from '../shell/page-links.tsx';
import { Forbidden, NotFound } from '../shell/states.tsx';
import { words } from '../words/administration.ts';
import { Accounts } from './accounts.tsx';
import { AuditLog } from './audit-log.tsx';
import { Quarantine } from './quarantine.tsx';

const forSupport = [{ path: 'users', label: words.pages.accounts }] as const;
const forAdmins = [
  ...forSupport,
  { path: 'audit', label: words.pages.audit },
  { path: 'quarantine', label: words.pages.quarantine },
] as const;

/** What staff see and do; the server asks of each answer again who may have it. */
export function AdministrationPages() {
  const { roles } = useViewer();
  if (roles.includes('ADMIN')) {
    return (
      <>
        <PageLinks label={words.pages.label} base="/admin" pages={forAdmins} />
        <Routes>
          <Route index element={<Navigate to="users" replace />} />
          <Route path="users" element={<Accounts mayAct />} />
          <Route path="audit" element={<AuditLog />} />
          <Route path="quarantine" element={<Quarantine />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </>
    );
  }
  if (!roles.includes('SUPPORT')) return <Forbidden>{words.pages.forStaff}</Forbidden>;
  return (
    <>
      <PageLinks label={words.pages.label} base="/admin" pages={forSupport} />
      <Routes>
        <Route index element={<Navigate to="users" replace />} />
        <Route path="users" element={<Accounts mayAct={false} />} />
        <Route path="*" element={<Forbidden>{words.pages.forAdmins}</Forbidden>} />
      </Routes>
    </>
  );
}
