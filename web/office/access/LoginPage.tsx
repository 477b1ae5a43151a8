import { useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useFilters, useGo } from '../address.ts';
import { useAct, useAsk } from '../ask.ts';
import { Refused } from '../Refused.tsx';

/** Only paths of this application are followed after the login. */
function safeNext(next: string | undefined): string {
  return next && /^\/[a-z]/.test(next) && !next.includes('//') ? next : '/';
}

/** The door of the offices. */
export function LoginPage() {
  const session = useAsk('getSession', {});
  const login = useAct('officeLogin');
  const client = useQueryClient();
  const go = useGo();
  const [{ next }] = useFilters();
  if (session.data?.kind === 'officer' && !login.isPending) return <Navigate to={safeNext(next) as never} replace />;
  const submit = (body: { login: string; password: string }) =>
    login.mutate(
      { body: { login: body.login.trim(), password: body.password } },
      {
        onSuccess: (answer) => {
          client.clear();
          client.setQueryData(['getSession', {}], answer);
          go(safeNext(next));
        },
      },
    );
  return (
    <main className="login">
      <div className="login-card">
        <p className="brand">信用修复一件事</p>
        <h1>工作人员登录</h1>
        <Form layout="vertical" onFinish={submit} requiredMark={false} size="large">
          <Form.Item label="用户名" name="login" rules={[{ required: true, message: '请填写用户名。' }]}>
            <Input autoComplete="username" autoFocus maxLength={60} />
          </Form.Item>
          <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填写密码。' }]}>
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Refused error={login.error} />
          <Button type="primary" htmlType="submit" block loading={login.isPending}>
            登录
          </Button>
        </Form>
        {session.data?.demo && (
          <p className="quiet">这是示范系统，数据都是虚构的。示范账号和密码在系统启动时显示的清单里。</p>
        )}
        <p className="quiet">
          企业和群众办理请到 <a href="/">信用修复一件事首页</a>。
        </p>
      </div>
    </main>
  );
}
