import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import type { ItemView } from '#contract/casework.ts';
import { addressOf } from '../api.ts';
import { Nothing } from '../office/Loaded.tsx';
import { sizeText } from '../office/when.ts';
import { ClosedSheet, scanWords } from './ClosedSheet.tsx';
import { FormAndRecord } from './FormAndRecord.tsx';

type Attachment = ItemView['attachments'][number];

/** The materials handed in, opened in place: choose, next, zoom, rotate, or side by side with the form. */
export function AttachmentsView({ view }: { view: ItemView }) {
  const [at, setAt] = useState(0);
  const [beside, showBeside] = useState(false);
  if (view.attachments.length === 0)
    return <Nothing>申请人没有上传材料。平台和办理单位能查到的，不用申请人交。</Nothing>;
  const viewer = <Viewer view={view} at={at} setAt={setAt} beside={beside ? undefined : () => showBeside(true)} />;
  if (!beside) return viewer;
  return (
    <Drawer open onClose={() => showBeside(false)} title="材料和申请表并排看" placement="bottom" size="100%">
      <div className="beside">
        <div>
          <FormAndRecord view={view} />
        </div>
        {viewer}
      </div>
    </Drawer>
  );
}

interface ViewerProps {
  readonly view: ItemView;
  readonly at: number;
  readonly setAt: (at: number) => void;
  readonly beside: (() => void) | undefined;
}

function Viewer({ view, at, setAt, beside }: ViewerProps) {
  const names = Object.fromEntries([...view.materials, ...view.missing].map((one) => [one.key, one.name]));
  const shown = view.attachments[at]!;
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const reason = reasons[shown.attachmentId];
  const isClosed = shown.scan === 'infected' || (shown.scan === 'waiting' && !reason);
  return (
    <div className="viewer">
      <ul className="viewer-list" aria-label="材料清单">
        {view.attachments.map((one, index) => (
          <li key={one.attachmentId}>
            <button
              type="button"
              className={index === at ? 'list-link list-here' : 'list-link'}
              aria-current={index === at ? 'true' : undefined}
              onClick={() => setAt(index)}
            >
              <span>{names[one.materialKey] ?? '补交的材料'}</span>
              <span className="quiet">
                {one.fileName}，{sizeText(one.bytes)}
              </span>
              {scanWords[one.scan] && <span className="chip chip-attention">▲ {scanWords[one.scan]}</span>}
            </button>
          </li>
        ))}
      </ul>
      {isClosed ? (
        <ClosedSheet
          key={shown.attachmentId}
          scan={shown.scan}
          open={(given) => setReasons({ ...reasons, [shown.attachmentId]: given })}
        />
      ) : (
        <Sheet
          key={shown.attachmentId}
          attachment={shown}
          address={addressOf('readAttachment', {
            params: { subjectKey: view.summary.subjectKey, attachmentId: shown.attachmentId },
            query: { reason },
          })}
          next={at + 1 < view.attachments.length ? () => setAt(at + 1) : undefined}
          beside={beside}
        />
      )}
    </div>
  );
}

/** The file as an object of this page, with the type the upload was found to have. */
function useFileUrl(address: string, mediaType: string): { url: string | null; failed: boolean } {
  const [state, setState] = useState<{ url: string | null; failed: boolean }>({ url: null, failed: false });
  useEffect(() => {
    let url: string | null = null;
    const stop = new AbortController();
    const read = async () => {
      const reply = await fetch(address, { signal: stop.signal, credentials: 'same-origin' });
      if (!reply.ok) throw new Error('not readable');
      url = URL.createObjectURL(new Blob([await reply.arrayBuffer()], { type: mediaType }));
      setState({ url, failed: false });
    };
    read().catch(() => !stop.signal.aborted && setState({ url: null, failed: true }));
    return () => {
      stop.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [address, mediaType]);
  return state;
}

interface SheetProps {
  readonly attachment: Attachment;
  readonly address: string;
  readonly next: (() => void) | undefined;
  readonly beside: (() => void) | undefined;
}

function Sheet({ attachment, address, next, beside }: SheetProps) {
  const { url, failed } = useFileUrl(address, attachment.mediaType);
  const [turn, setTurn] = useState(0);
  const [zoom, setZoom] = useState(1);
  const isImage = attachment.mediaType.startsWith('image/');
  return (
    <div className="sheet">
      <div className="sheet-acts">
        {isImage && (
          <>
            <Button onClick={() => setZoom(Math.min(4, zoom + 0.5))}>放大</Button>
            <Button onClick={() => setZoom(Math.max(0.5, zoom - 0.5))}>缩小</Button>
            <Button onClick={() => setTurn((turn + 90) % 360)}>旋转</Button>
          </>
        )}
        {next && <Button onClick={next}>下一份</Button>}
        {beside && <Button onClick={beside}>和申请表并排看</Button>}
        <Button href={address} download={attachment.fileName}>
          下载
        </Button>
      </div>
      <div className="sheet-body">
        {failed && <p>这份材料暂时打不开，请点“下载”或过一会儿再试。</p>}
        {!url && !failed && <p className="quiet">正在打开…</p>}
        {url && isImage && (
          <img
            src={url}
            alt={attachment.fileName}
            style={{ width: `${zoom * 100}%`, transform: `rotate(${turn}deg)` }}
          />
        )}
        {url && !isImage && <iframe src={url} title={attachment.fileName} />}
      </div>
    </div>
  );
}
