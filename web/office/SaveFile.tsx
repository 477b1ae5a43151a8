import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ApiProblem, asProblem, problemFrom, unreachable } from '../api-problem.ts';
import { saveReply } from '../ui/save-reply.ts';
import { GivePurpose } from './GivePurpose.tsx';
import { Refused } from './Refused.tsx';

/** An export asks otherwise than a file about one subject. */
const purposeTitle = ({ more }: ApiProblem) => ((more as { list?: string }).list ? '为什么导出' : '为什么查看');

interface Props {
  readonly address: string;
  /** Name of the file where the reply gives none. */
  readonly fallback: string;
  readonly children: string;
  /** Id of the words that say why the file is not to be had now; the button is grey then. */
  readonly closedBecause?: string;
}

/**
 * A button that takes a file away. Fetched rather than linked: a refusal is said here, and where the role must say why, it is asked here
 * and the file comes after that.
 */
export function SaveFile({ address, fallback, children, closedBecause }: Props) {
  const save = useMutation({
    mutationFn: async () => {
      const response = await fetch(address, { credentials: 'same-origin' }).catch(() => {
        throw unreachable(false);
      });
      if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined));
      await saveReply(response, fallback);
    },
  });
  const fault = save.error ? asProblem(save.error) : null;
  const asked = fault?.code === 'purpose-needed' ? fault : null;
  return (
    <>
      {!asked && <Refused error={save.error} />}
      <Button
        loading={save.isPending}
        disabled={closedBecause !== undefined}
        aria-describedby={closedBecause}
        onClick={() => save.mutate()}
      >
        {children}
      </Button>
      {asked && (
        <Modal open title={purposeTitle(asked)} footer={null} onCancel={() => save.reset()} destroyOnHidden>
          <GivePurpose bare fault={asked} said={() => save.mutate()} />
        </Modal>
      )}
    </>
  );
}
