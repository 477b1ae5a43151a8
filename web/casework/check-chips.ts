/** How the result of one of the platform's own checks is marked: always with a sign or a word. */
export const checkChips = {
  ok: { look: 'good', text: '✓' },
  problem: { look: 'bad', text: '! 有问题' },
  open: { look: 'attention', text: '▲ 要核实' },
  unavailable: { look: 'plain', text: '查不到' },
} as const;
