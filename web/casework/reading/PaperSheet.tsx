import { Button } from 'antd';
import { useState } from 'react';
import type { FilePaper } from './papers-of-file.ts';
import { useFileUrl } from './use-file-url.ts';

/** One paper in the page: a picture with zoom and turn, a PDF in the browser's own viewer; where that is missing, a way to open it. */
export function PaperSheet({ paper, address }: { paper: FilePaper; address: string }) {
  const { url, fault } = useFileUrl(address, paper.mediaType);
  const isPicture = paper.mediaType.startsWith('image/');
  if (fault !== null)
    return (
      <div className="sheet-note" role="alert">
        <p>{fault || '这一份暂时打不开。'}</p>
        <Save paper={paper} address={address} />
      </div>
    );
  if (!url) return <p className="sheet-note quiet">正在打开…</p>;
  if (isPicture) return <Picture paper={paper} url={url} address={address} />;
  if (!navigator.pdfViewerEnabled)
    return (
      <div className="sheet-note">
        <p>这台设备的浏览器不能在页面里显示 PDF，请打开或者下载来看。</p>
        <p className="sheet-acts">
          <Button type="primary" href={address} target="_blank" rel="noopener">
            打开这一份
          </Button>
          <Save paper={paper} address={address} />
        </p>
      </div>
    );
  return (
    <>
      <p className="sheet-acts">
        <Button href={address} target="_blank" rel="noopener">
          在新窗口打开
        </Button>
        <Save paper={paper} address={address} />
      </p>
      <div className="sheet-body">
        <iframe src={`${url}#view=FitH`} title={paper.name} />
      </div>
    </>
  );
}

function Save({ paper, address }: { paper: FilePaper; address: string }) {
  return (
    <Button href={address} download={paper.fileName}>
      下载
    </Button>
  );
}

const zooms = [1, 1.5, 2, 3, 4] as const;

function Picture({ paper, url, address }: { paper: FilePaper; url: string; address: string }) {
  const [turn, setTurn] = useState(0);
  const [zoom, setZoom] = useState(0);
  const [ratio, setRatio] = useState(1);
  const lies = turn % 180 !== 0;
  const width = `${zooms[zoom]! * 100}%`;
  return (
    <>
      <p className="sheet-acts">
        <Button onClick={() => setZoom(zoom + 1)} disabled={zoom === zooms.length - 1}>
          放大
        </Button>
        <Button onClick={() => setZoom(zoom - 1)} disabled={zoom === 0}>
          缩小
        </Button>
        <Button onClick={() => setTurn((turn + 90) % 360)}>旋转</Button>
        <Save paper={paper} address={address} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled picture is moved by the arrow keys */}
      <section className="sheet-body" aria-label={`图片：${paper.name}`} tabIndex={0}>
        <div className="sheet-picture" style={{ width, aspectRatio: lies ? 1 / ratio : ratio }}>
          <img
            src={url}
            alt={`${paper.name}（${paper.fileName}）`}
            style={{
              width: lies ? `${ratio * 100}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${turn}deg)`,
            }}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setRatio(naturalWidth / Math.max(1, naturalHeight))
            }
          />
        </div>
      </section>
    </>
  );
}
