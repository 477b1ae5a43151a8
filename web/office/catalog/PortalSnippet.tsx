import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PortalView } from '#contract/portals.ts';
import { Labelled } from '../Labelled.tsx';

/** What a portal pastes into its page, and its link; both carry its channel. */
export function PortalSnippet({ portal }: { portal: PortalView }) {
  return (
    <>
      <h3>贴到网页里</h3>
      <p className="quiet">小页面随目录和法规自动更新，不用再改；不能嵌入的地方放链接。</p>
      <Copied label="办理入口的嵌入代码" text={portal.entrySnippet} rows={6} />
      <Copied label="指引的嵌入代码" text={portal.snippet} rows={6} />
      <Copied label="链接" text={portal.link} rows={1} />
      <Copied label="手机应用里打开的地址" text={portal.appLink} rows={1} />
      <p className="quiet">在应用自己的窗口里打开时用这个地址：不再显示我们的标题栏，也不另开窗口。</p>
    </>
  );
}

function Copied({ label, text, rows }: { label: string; text: string; rows: number }) {
  const [done, setDone] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(text).then(() => setDone(true));
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <Input.TextArea id={id} value={text} rows={rows} readOnly />
          <Button onClick={copy}>{done ? '✓ 已复制' : `复制${label}`}</Button>
        </>
      )}
    </Labelled>
  );
}
