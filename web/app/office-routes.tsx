import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { Button, Result, Skeleton } from 'antd';
import { useState } from 'react';
import { parseAddress, writeAddress } from '../office/address.ts';
import { Failed } from '../office/Loaded.tsx';
import { OfficeLayout } from '../office/OfficeLayout.tsx';
import { Role } from '../office/Role.tsx';
import { screensFor } from '../office/screens.ts';
import { useOfficer } from '../office/session.ts';
import { isMissingPart, reloadOnce } from './missing-part.ts';

const root = createRootRoute({ component: Outlet });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: lazyRouteComponent(() => import('../office/access/LoginPage.tsx'), 'LoginPage'),
});
const layout = createRoute({ getParentRoute: () => root, id: 'layout', component: OfficeLayout });

function Start() {
  const { roles, regionPrefix } = useOfficer();
  const first = screensFor(roles, regionPrefix)[0];
  return first ? <Navigate to={first.path as never} replace /> : <Role of="/queue">{null}</Role>;
}

const start = createRoute({ getParentRoute: () => layout, path: '/', component: Start });

/** A screen inside the layout, fetched when it is first opened and shown only to its roles. */
function screen<M extends Record<string, unknown>>(
  path: string,
  load: () => Promise<M>,
  name: keyof M & string,
  of = path,
): AnyRoute {
  const Page = lazyRouteComponent(load as () => Promise<Record<string, () => React.ReactNode>>, name);
  return createRoute({
    getParentRoute: () => layout,
    path: path as never,
    component: () => (
      <Role of={of}>
        <Page />
      </Role>
    ),
  }) as unknown as AnyRoute;
}

/** A screen of the keepers of the catalogue. */
function catalog<M extends Record<string, unknown>>(path: string, load: () => Promise<M>, name: keyof M & string) {
  return screen(`/catalog${path}`, load, name, '/catalog');
}

const tree = root.addChildren([
  login,
  layout.addChildren([
    start,
    screen('/queue', () => import('../casework/QueuePage.tsx'), 'QueuePage'),
    screen('/items/$subjectKey/$itemId', () => import('../casework/ItemPage.tsx'), 'ItemPage', 'item'),
    screen('/opinions', () => import('../casework/AskedOpinionsPage.tsx'), 'AskedOpinionsPage'),
    screen('/team', () => import('../casework/team/TeamPage.tsx'), 'TeamPage'),
    screen('/sign-off', () => import('../casework/SignOffPage.tsx'), 'SignOffPage'),
    screen('/sign-off-rules', () => import('../casework/SignOffRulesPage.tsx'), 'SignOffRulesPage', '/sign-off'),
    screen('/objections', () => import('../casework/objections/ObjectionsPage.tsx'), 'ObjectionsPage'),
    screen(
      '/objections/$subjectKey/$objectionId',
      () => import('../casework/objections/ObjectionPage.tsx'),
      'ObjectionPage',
      'item',
    ),
    screen('/window', () => import('../office/intake/WindowPage.tsx'), 'WindowPage'),
    screen('/window/$subjectKey', () => import('../office/intake/VisitorPage.tsx'), 'VisitorPage', '/window'),
    screen(
      '/window/$subjectKey/receipt/$applicationId',
      () => import('../office/intake/ReceiptPage.tsx'),
      'ReceiptPage',
      '/window',
    ),
    screen(
      '/window/$subjectKey/objection',
      () => import('../office/intake/objections/CounterObjection.tsx'),
      'CounterObjection',
      '/window',
    ),
    screen(
      '/window/$subjectKey/objections/$objectionId',
      () => import('../office/intake/objections/ObjectionReceipt.tsx'),
      'ObjectionReceipt',
      '/window',
    ),
    screen('/counter-queue', () => import('../office/intake/CounterQueuePage.tsx'), 'CounterQueuePage'),
    screen('/supervision', () => import('../supervision/SupervisionPage.tsx'), 'SupervisionPage'),
    screen(
      '/supervision/items',
      () => import('../supervision/SupervisedItemsPage.tsx'),
      'SupervisedItemsPage',
      '/supervision',
    ),
    screen(
      '/supervision/decisions',
      () => import('../supervision/ServedDecisionsPage.tsx'),
      'ServedDecisionsPage',
      '/supervision',
    ),
    screen(
      '/supervision/objections',
      () => import('../supervision/SupervisedObjections.tsx'),
      'SupervisedObjections',
      '/supervision',
    ),
    screen(
      '/supervision/record-orders',
      () => import('../supervision/SupervisedOrders.tsx'),
      'SupervisedOrders',
      '/supervision',
    ),
    screen(
      '/supervision/sign-offs',
      () => import('../supervision/SupervisedProposals.tsx'),
      'SupervisedProposals',
      '/supervision',
    ),
    screen('/records', () => import('../office/record/RecordsPage.tsx'), 'RecordsPage'),
    screen('/records/new', () => import('../office/record/RecordForm.tsx'), 'RecordForm', '/records'),
    screen('/record-orders', () => import('../office/record/orders/OrdersPage.tsx'), 'OrdersPage'),
    screen('/notices', () => import('../office/record/NoticesPage.tsx'), 'NoticesPage'),
    screen('/readings', () => import('../office/access/ReadingsPage.tsx'), 'ReadingsPage'),
    screen('/partner-keys', () => import('../office/record/PartnerKeysPage.tsx'), 'PartnerKeysPage'),
    screen('/imports', () => import('../office/record/ImportsPage.tsx'), 'ImportsPage'),
    screen('/imports/$importId', () => import('../office/record/ImportPage.tsx'), 'ImportPage', '/imports'),
    screen('/exchanges', () => import('../office/publication/ExchangesPage.tsx'), 'ExchangesPage'),
    screen('/catalog', () => import('../office/catalog/CatalogHome.tsx'), 'CatalogHome'),
    ...[
      catalog('/matters', () => import('../office/catalog/MattersPage.tsx'), 'MattersPage'),
      catalog('/matters/$matterKey', () => import('../office/catalog/MatterPage.tsx'), 'MatterPage'),
      catalog('/matters/$matterKey/change', () => import('../office/catalog/ChangeMatter.tsx'), 'ChangeMatter'),
      catalog('/matters/$matterKey/withdraw', () => import('../office/catalog/WithdrawMatter.tsx'), 'WithdrawMatter'),
      catalog('/new-matter', () => import('../office/catalog/NewMatter.tsx'), 'NewMatter'),
      catalog('/changes', () => import('../office/catalog/ChangesPage.tsx'), 'ChangesPage'),
      catalog('/changes/$changeId', () => import('../office/catalog/ChangePage.tsx'), 'ChangePage'),
      catalog('/points', () => import('../office/catalog/PointsPage.tsx'), 'PointsPage'),
      catalog('/points/$point', () => import('../office/catalog/ConfirmPoint.tsx'), 'ConfirmPoint'),
      catalog('/standards', () => import('../office/catalog/StandardsPage.tsx'), 'StandardsPage'),
      catalog('/standards/$sector', () => import('../office/catalog/EnterStandard.tsx'), 'EnterStandard'),
      catalog('/calendar', () => import('../office/catalog/CalendarPage.tsx'), 'CalendarPage'),
      catalog('/calendar/day', () => import('../office/catalog/CalendarDayEditor.tsx'), 'CalendarDayEditor'),
      catalog('/calendar/$year', () => import('../office/catalog/CalendarYearEditor.tsx'), 'CalendarYearEditor'),
      catalog('/units', () => import('../office/catalog/UnitsPage.tsx'), 'UnitsPage'),
      catalog('/units/$unitId', () => import('../office/catalog/ChangeUnit.tsx'), 'ChangeUnit'),
    ],
    screen('/guide-copies', () => import('../office/catalog/GuideCopiesPage.tsx'), 'GuideCopiesPage'),
    screen('/messages', () => import('../office/notice/MessagesPage.tsx'), 'MessagesPage'),
  ]),
]);

/** A screen that broke. Where a part of the program is gone after an upgrade the page is loaded anew, once. */
function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const missing = isMissingPart(error);
  const [again] = useState(() => missing && reloadOnce());
  if (again) return <Skeleton active className="page" />;
  return (
    <div className="page">
      {missing ? (
        <Result
          status="warning"
          title="这一页没有打开"
          subTitle="可能是网络断了，或者系统刚刚更新。"
          extra={
            <Button type="primary" onClick={() => location.reload()}>
              刷新页面
            </Button>
          }
        />
      ) : (
        <Failed error={error} retry={reset} />
      )}
    </div>
  );
}

/** Every address below /office. */
export const officeRouter = createRouter({
  routeTree: tree,
  basepath: '/office',
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: () => (
    <div className="page">
      <Skeleton active />
    </div>
  ),
  defaultErrorComponent: ScreenFailed,
  defaultNotFoundComponent: () => (
    <div className="page">
      <h1>没有这一页</h1>
      <p>
        地址可能抄错了。<a href="/office/">回到工作台</a>
      </p>
    </div>
  ),
});
