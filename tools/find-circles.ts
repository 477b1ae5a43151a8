import type { Import } from './find-imports.ts';

/** Circles of imports that exist at run time, each once, from its alphabetically first file back to it. */
export function findCircles(graph: ReadonlyMap<string, readonly Import[]>): string[][] {
  const circles = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) {
      const circle = rotated(path.slice(at));
      circles.set(circle.join(' '), [...circle, circle[0] ?? file]);
      return;
    }
    if (done.has(file)) return;
    for (const { target, typeOnly } of graph.get(file) ?? []) {
      if (!typeOnly && target !== undefined) visit(target, [...path, file]);
    }
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...circles.values()];
}

function rotated(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}
