import QRCode from 'qrcode';

/** A QR code for an address as one SVG path, a unit for each module, without the quiet zone (the page's white is that). */
export function qrPicture(address: string): string {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const n = modules.size;
  let path = '';
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      if (!modules.get(y, x)) continue;
      let width = 1;
      while (x + width < n && modules.get(y, x + width)) width++;
      path += `M${x} ${y}h${width}v1h-${width}z`;
      x += width;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} ${n}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
