import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { KeyHelp } from '../KeyHelp.tsx';

/** Every key of the counter, in the order of a visit. */
export const visitKeys: readonly (readonly [key: string, what: string])[] = [
  ['Alt + 1', '来访人'],
  ['Alt + 2', '失信信息（回车勾选全部可修复的）'],
  ['Alt + 3', '申请表里第一处空着的'],
  ['Alt + 4', '材料里下一处空着的：附加信息，还没上传的必交材料（回车上传）'],
  ['Alt + 5', '承诺和签名'],
  ['Alt + 6', '登记原件'],
  ['Alt + 0', '下一处没有完成的'],
  ['Alt + P', '打印申请表和承诺书，请来访人签名'],
  ['Ctrl + Enter', '提交'],
  ['?', '看这些键（不在输入框里时）'],
];

/** `?` shows the keys of a screen, Esc closes them. */
export function CounterKeys({ keys }: { keys: readonly (readonly [key: string, what: string])[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, select');
      if (event.key !== '?' || typing) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Modal title="快捷键" open={open} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
      <KeyHelp keys={keys} />
    </Modal>
  );
}
