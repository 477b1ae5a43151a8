import { Button, Input } from 'antd';
import { useState } from 'react';
import type { PortalView } from '#contract/guide.ts';
import { Labelled } from '../Labelled.tsx';

/** What a portal pastes into its page, and its link; both carry its channel. */
export function PortalSnippet({ portal }: { portal: PortalView }) {
  return (
    <>
      <h3>贴到网页里</h3>
      <p className="quiet">小页面随目录和法规自动更新，不用再改；不能嵌入的地方放链接。</p>
      <Copied label="嵌入代码" text={portal.snippet} rows={6} />
      <Copied label="链接" text={portal.link} rows={1} />
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
