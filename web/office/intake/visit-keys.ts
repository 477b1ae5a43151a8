/** Every key of the counter, in the order of a visit. */
export const visitKeys: readonly (readonly [key: string, what: string])[] = [
  ['Alt + 1', '来访人'],
  ['Alt + 2', '失信信息（回车勾选全部可修复的）'],
  ['Alt + 3', '申请表里第一处空着的'],
  ['Alt + 4', '材料里下一处空着的：附加信息，还没上传的必交材料（回车上传）'],
  ['Alt + 5', '承诺和签名'],
  ['Alt + 6', '登记原件'],
  ['Alt + 0', '下一处没有完成的'],
  ['Alt + P', '打印申请表和承诺书，请来访人签名'],
  ['Ctrl + Enter', '提交'],
  ['?', '看这些键（不在输入框里时）'],
];
