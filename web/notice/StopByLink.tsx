import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { call } from '../api.ts';
import { asProblem } from '../api-problem.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';

/** Where 不再提醒 of a text message leads: without a login, with one button. Opening the page alone stops nothing. */
export function StopByLink() {
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const queries = useQueryClient();
  const key = ['reminder-stop', token];
  const link = useQuery({ queryKey: key, queryFn: () => call('openReminderStop', { params: { token } }) });
  const set = useMutation({
    mutationFn: (stopped: boolean) => call('stopByLink', { params: { token }, body: { stopped } }),
    onSuccess: (answer) => queries.setQueryData(key, answer),
  });
  return (
    <Page title="信用修复提醒">
      <Loaded query={link} lines={4}>
        {({ maskedName, stopped }) => (
          <>
            <div role="status">
              {stopped ? (
                <Banner tone="good" title={`已经停止：不再提醒${maskedName}`}>
                  <p>以后有信息可以修复，平台不再发短信和消息。您自己设的“到时提醒我”和办件的通知不受影响。</p>
                </Banner>
              ) : (
                <Banner tone="info" title={`平台会提醒${maskedName}`}>
                  <p>有失信信息可以申请修复时提醒一次，三十天后还没有申请再提醒一次，此外不打扰。</p>
                </Banner>
              )}
            </div>
            {set.error && (
              <p className="bad" role="alert">
                {asProblem(set.error).detail}
              </p>
            )}
            <Button
              wide
              kind={stopped ? 'secondary' : 'primary'}
              busy={set.isPending}
              busyText="正在保存…"
              onClick={() => set.mutate(!stopped)}
            >
              {stopped ? '恢复提醒' : '不再提醒'}
            </Button>
            <p>
              <Link to="/records">看我的失信信息</Link>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
