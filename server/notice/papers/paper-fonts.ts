import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Only the weights that the templates use: the packages carry 17 faces, 200 MB. */
const shipped = [
  '@expo-google-fonts/noto-serif-sc/400Regular',
  '@expo-google-fonts/noto-serif-sc/700Bold',
  '@expo-google-fonts/noto-serif-sc/900Black',
  '@expo-google-fonts/noto-sans-sc/500Medium',
];

/** Folders whose faces the papers are set in: the office's own (仿宋, 小标宋, 楷体), then those shipped with the product. */
export function fontFolders(officeFolders: readonly string[] = []): string[] {
  return [
    ...officeFolders,
    ...shipped.map((folder) => {
      const [scope, name, weight] = folder.split('/') as [string, string, string];
      return join(dirname(require.resolve(`${scope}/${name}/package.json`)), weight);
    }),
  ];
}

/** The font files in these folders, sub-folders included. A folder that is missing is a wrong setting and throws. */
export function fontFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && ['.ttf', '.otf', '.ttc', '.otc'].includes(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}
