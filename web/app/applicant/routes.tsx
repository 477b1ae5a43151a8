import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Landing } from '../../catalog/Landing.tsx';
import { Layout, NotFound, ScreenFailed, ScreenLoading } from './Layout.tsx';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });

const screen = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component });
const lazy = lazyRouteComponent as (
  load: () => Promise<unknown>,
  name: string,
) => ReturnType<typeof lazyRouteComponent>;

const apply = createRoute({
  getParentRoute: () => root,
  path: '/apply/$draftId',
  component: lazy(() => import('../../intake/ApplyLayout.tsx'), 'ApplyLayout'),
});
const step = (path: string, name: string, load: () => Promise<unknown>) =>
  createRoute({ getParentRoute: () => apply, path, component: lazy(load, name) });

const tree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: Landing }),
  screen(
    '/guide',
    lazy(() => import('../../catalog/GuideList.tsx'), 'GuideList'),
  ),
  screen(
    '/guide-versions',
    lazy(() => import('../../catalog/GuideVersions.tsx'), 'GuideVersions'),
  ),
  screen(
    '/announcements',
    lazy(() => import('../../catalog/Announcements.tsx'), 'Announcements'),
  ),
  screen(
    '/announcements/$matter',
    lazy(() => import('../../catalog/MatterHistory.tsx'), 'MatterHistory'),
  ),
  screen(
    '/guide/$matter',
    lazy(() => import('../../catalog/GuidePage.tsx'), 'GuidePage'),
  ),
  screen(
    '/calculator',
    lazy(() => import('../../record/Calculator.tsx'), 'Calculator'),
  ),
  screen(
    '/days',
    lazy(() => import('../../catalog/DayCounter.tsx'), 'DayCounter'),
  ),
  screen(
    '/windows',
    lazy(() => import('../../catalog/Windows.tsx'), 'Windows'),
  ),
  screen(
    '/apply-for/$matter',
    lazy(() => import('../../intake/ApplyFor.tsx'), 'ApplyFor'),
  ),
  screen(
    '/records',
    lazy(() => import('../../intake/MyRecords.tsx'), 'MyRecords'),
  ),
  screen(
    '/record-orders/$subjectKey/$recordId',
    lazy(() => import('../../intake/orders/RecordOrdersPage.tsx'), 'RecordOrdersPage'),
  ),
  screen(
    '/notice/$token',
    lazy(() => import('../../intake/NoticeLink.tsx'), 'NoticeLink'),
  ),
  ...['/repair/$subjectKey/$recordIds', '/repairable/$subjectKey/$messageId'].map((path) =>
    screen(
      path,
      lazy(() => import('../../intake/StartRepair.tsx'), 'StartRepair'),
    ),
  ),
  screen(
    '/stop/$token',
    lazy(() => import('../../notice/StopByLink.tsx'), 'StopByLink'),
  ),
  screen(
    '/public',
    lazy(() => import('../../record/PublicRecords.tsx'), 'PublicRecords'),
  ),
  apply.addChildren([
    step('/', 'ApplyTasks', () => import('../../intake/ApplyTasks.tsx')),
    step('/subject', 'ApplySubject', () => import('../../intake/ApplySubject.tsx')),
    step('/items', 'ApplyItems', () => import('../../intake/ApplyItems.tsx')),
    step('/reasons', 'ApplyReasons', () => import('../../intake/ApplyReasons.tsx')),
    step('/materials', 'ApplyMaterials', () => import('../../intake/ApplyMaterials.tsx')),
    step('/commitment', 'ApplyCommitment', () => import('../../intake/ApplyCommitment.tsx')),
    step('/check', 'ApplyCheck', () => import('../../intake/ApplyCheck.tsx')),
  ]),
  screen(
    '/applications',
    lazy(() => import('../../intake/MyApplications.tsx'), 'MyApplications'),
  ),
  screen(
    '/applications/$subjectKey/$applicationId',
    lazy(() => import('./ApplicationPage.tsx'), 'ApplicationPage'),
  ),
  screen(
    '/applications/$subjectKey/$applicationId/done',
    lazy(() => import('./Submitted.tsx'), 'Submitted'),
  ),
  screen(
    '/applications/$subjectKey/$applicationId/$itemId',
    lazy(() => import('./ItemPage.tsx'), 'ItemPage'),
  ),
  screen(
    '/applications/$subjectKey/$applicationId/$itemId/correct',
    lazy(() => import('../../intake/CorrectItem.tsx'), 'CorrectItem'),
  ),
  screen(
    '/object/$subjectKey/$recordId',
    lazy(() => import('../../intake/objections/LodgeObjection.tsx'), 'LodgeObjection'),
  ),
  screen(
    '/objections/$subjectKey/$objectionId',
    lazy(() => import('./ObjectionPage.tsx'), 'ObjectionPage'),
  ),
  screen(
    '/agents',
    lazy(() => import('../../access/Agents.tsx'), 'Agents'),
  ),
  screen(
    '/readings',
    lazy(() => import('../../access/OwnReadings.tsx'), 'OwnReadings'),
  ),
  screen(
    '/progress',
    lazy(() => import('../../intake/Progress.tsx'), 'Progress'),
  ),
  screen(
    '/verify',
    lazy(() => import('../../notice/VerifyPaper.tsx'), 'VerifyPaper'),
  ),
  screen(
    '/verify/$code',
    lazy(() => import('../../notice/VerifyPaper.tsx'), 'VerifyPaper'),
  ),
  screen(
    '/messages',
    lazy(() => import('../../notice/Messages.tsx'), 'Messages'),
  ),
  screen(
    '/login-failed',
    lazy(() => import('../../access/LoginFailed.tsx'), 'LoginFailed'),
  ),
]);

/** Every screen of the applicants' face. Only the landing page comes with the first load; the rest as it is needed. */
export const applicantRouter = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: ScreenLoading,
  defaultErrorComponent: ScreenFailed,
  scrollRestoration: true,
});
