import { QueryClientProvider } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { LeaveQuestion } from '../../components/form/leave-question.tsx';
import { useTitle } from '../../components/use-title.ts';
import { useClinicData, useMe } from '../../live/live.ts';
import { queryClient } from '../../live/query-client.ts';
import { sectionsFor } from './sections.ts';
import own from './settings-screen.module.css';

/** What changes rarely, part by part. Each role sees the parts that it has business with. */
export function SettingsScreen() {
  useTitle('Settings');
  const role = useMe()?.role;
  const loaded = useClinicData((data) => data.loaded);
  return (
    <QueryClientProvider client={queryClient}>
      <div className={own.screen}>
        <nav className={own.nav} aria-label="Settings">
          {sectionsFor(role).map(({ to, label }) => (
            <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
              {label}
            </Link>
          ))}
        </nav>
        <LeaveQuestion>What you entered is not stored yet.</LeaveQuestion>
        <div className={own.content}>{loaded ? <Outlet /> : <p aria-busy="true">Loading …</p>}</div>
      </div>
    </QueryClientProvider>
  );
}
