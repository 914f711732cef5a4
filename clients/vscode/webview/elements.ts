// Small helpers to make nodes; text is always set as text.

type Child = Node | string | null | undefined | false

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.filter((child): child is Node | string => Boolean(child)))
  return made
}

export function button(label: string, act: () => void, kind: 'primary' | 'secondary' = 'secondary'): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind }, label)
  made.addEventListener('click', act)
  return made
}
