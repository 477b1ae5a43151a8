import { useEffect, useState } from 'react';

/** A file on its way into the page: its address in the page once it has come, or what the server said against it. */
export interface FileUrl {
  readonly url: string | null;
  /** '' where nothing is known but that it failed. */
  readonly fault: string | null;
}

/** The file as an object of this page, with the type the upload was found to have: nothing of it is left when the page goes. */
export function useFileUrl(address: string, mediaType: string): FileUrl {
  const [state, setState] = useState<FileUrl>({ url: null, fault: null });
  useEffect(() => {
    let url: string | null = null;
    const stop = new AbortController();
    const read = async () => {
      const reply = await fetch(address, { signal: stop.signal, credentials: 'same-origin' });
      if (!reply.ok) {
        const problem = (await reply.json().catch(() => ({}))) as { detail?: string };
        return setState({ url: null, fault: problem.detail ?? '' });
      }
      url = URL.createObjectURL(new Blob([await reply.arrayBuffer()], { type: mediaType }));
      setState({ url, fault: null });
    };
    setState({ url: null, fault: null });
    read().catch(() => !stop.signal.aborted && setState({ url: null, fault: '' }));
    return () => {
      stop.abort();
      if (url) URL.revokeObjectURL(url);
    };
  }, [address, mediaType]);
  return state;
}
