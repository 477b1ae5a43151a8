import { useState } from 'react';
import { Button } from './Button.tsx';

/** Hands the address of this page on: by the phone's own way, else by copying it. */
export function ShareButton({ title, children = '转发给别人' }: { title: string; children?: string }) {
  const [told, setTold] = useState('');
  const share = async () => {
    const url = location.href;
    try {
      if (typeof navigator.share === 'function') await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        setTold('链接已复制，可以粘贴给别人。');
      }
    } catch (error) {
      // Closing the phone's sheet is no failure.
      if ((error as Error).name !== 'AbortError') setTold('没有复制成功，请从地址栏复制链接。');
    }
  };
  return (
    <>
      <Button kind="secondary" className="no-print" onClick={() => void share()}>
        {children}
      </Button>
      <span className="small" role="status">
        {told}
      </span>
    </>
  );
}
