import './counter.css';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFilters, useGo } from '../address.ts';
import { useAsk } from '../ask.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { Loaded } from '../Loaded.tsx';
import { Page } from '../Page.tsx';
import { useKeys } from '../use-keys.ts';
import { AfterReceipt } from './AfterReceipt.tsx';
import { ForwardSlip } from './ForwardSlip.tsx';
import { HandOverDrawer } from './HandOverDrawer.tsx';
import { HandOverSlip, handOverToPrint } from './HandOverSlip.tsx';
import { Receipt } from './Receipt.tsx';

const receiptKeys = [
  ['p', '打印回执'],
  ['z', '打印转办单'],
  ['n', '下一位来访人'],
  ['m', '移交给别的窗口'],
  ['y', '打印移交单（提出移交以后）'],
  ['?', '看这些键'],
] as const;

type Sheet = 'receipt' | 'slip' | 'hand-over';

/** The receipt: number and query code, item by item where it goes and until when. It prints by itself when it is new. */
export function ReceiptPage() {
  const { subjectKey, applicationId } = useParams({ strict: false }) as { subjectKey: string; applicationId: string };
  const params = { subjectKey, applicationId };
  const application = useAsk('getApplication', { params }, { refetchInterval: 5000 });
  const visit = useAsk('getVisit', { params });
  const [filters, change] = useFilters();
  const [sheet, setSheet] = useState<Sheet>('receipt');
  const [handingOver, handOver] = useState(false);
  const go = useGo();
  const print = useCallback((which: Sheet) => {
    flushSync(() => setSheet(which));
    window.print();
  }, []);
  const ready = application.data !== undefined && visit.data !== undefined;
  const printed = useRef(false);
  useEffect(() => {
    if (!ready || filters.print !== '1' || printed.current) return;
    printed.current = true;
    change({ print: undefined });
    // After this paint, so that the sheet is what stands on the screen.
    setTimeout(() => print('receipt'), 50);
  }, [ready, filters.print, change, print]);
  const moving = visit.data ? handOverToPrint(visit.data.handOvers) : undefined;
  useKeys({
    n: () => go('/window'),
    // Before the papers are there a key would print an empty page.
    ...(ready ? { p: () => print('receipt'), z: () => print('slip'), m: () => handOver(true) } : {}),
    ...(moving ? { y: () => print('hand-over') } : {}),
  });
  return (
    <Page
      title="收件回执"
      acts={
        <>
          <Button type="primary" disabled={!ready} onClick={() => print('receipt')}>
            打印回执（p）
          </Button>
          <Button disabled={!ready} onClick={() => print('slip')}>
            打印转办单（z）
          </Button>
          <Button disabled={!ready} onClick={() => handOver(true)}>
            移交给别的窗口（m）
          </Button>
          {moving && <Button onClick={() => print('hand-over')}>打印移交单（y）</Button>}
          <Button onClick={() => go('/window')}>下一位来访人（n）</Button>
        </>
      }
    >
      {filters.first === '1' && (
        <Alert
          type="warning"
          showIcon
          className="no-print"
          title="先前那一次已经收到，内容和后来填的不一样。这里是收到的那一份；要改的，请撤回以后重新申请。"
        />
      )}
      <Loaded query={application} rows={8}>
        {(view) => (
          <Loaded query={visit} rows={8}>
            {(known) => (
              <div className={`sheets sheets-${sheet}`}>
                <Receipt view={view} visit={known} />
                <ForwardSlip view={view} visit={known} />
                {moving && <HandOverSlip view={view} visit={known} handOver={moving} />}
                <AfterReceipt view={view} visit={known} />
                {handingOver && (
                  <HandOverDrawer
                    view={view}
                    originals={known.originals.filter((one) => !one.returned).length}
                    close={() => handOver(false)}
                  />
                )}
              </div>
            )}
          </Loaded>
        )}
      </Loaded>
      <KeysDialog keys={receiptKeys} />
    </Page>
  );
}
