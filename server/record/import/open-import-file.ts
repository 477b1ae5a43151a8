import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { detectFileType } from './detect-file-type.ts';
import { BrokenFile, type ImportFile, type ImportLimits, importLimits } from './import-file.ts';
import { openCsv } from './open-csv.ts';
import { openXlsx } from './open-xlsx.ts';

/** Opens an uploaded file by its content, whatever its name says. The caller closes it. */
export async function openImportFile(path: string, limits: Partial<ImportLimits> = {}): Promise<ImportFile | Refusal> {
  const all = { ...importLimits, ...limits };
  const found = await detectFileType(path, all.maxBytes, all.maxRows);
  if (isRefusal(found)) return found;
  if (found.type === 'zip') return openXlsx(path, all);
  try {
    return await openCsv(path, found.encoding, found.bytes);
  } catch (error) {
    if (error instanceof BrokenFile) return error.refusal;
    throw error;
  }
}
