// Markdown with maths and highlighted code as nodes. No HTML of the text, no links, no images: it is what a model wrote.

import { tex } from '@mdit/plugin-tex'
import hljs from 'highlight.js/lib/core'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import go from 'highlight.js/lib/languages/go'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import python from 'highlight.js/lib/languages/python'
import rust from 'highlight.js/lib/languages/rust'
import typescript from 'highlight.js/lib/languages/typescript'
import katex from 'katex'
import MarkdownIt from 'markdown-it'

for (const [name, language] of Object.entries({ c, cpp, go, java, javascript, python, rust, typescript })) {
  hljs.registerLanguage(name, language)
}

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false, highlight })
  .disable(['link', 'image', 'autolink', 'reference', 'html_block', 'html_inline'])
  .use(tex, { delimiters: 'all', allowInlineWithSpace: false, render: placeholder })

function highlight(code: string, language: string): string {
  return hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : ''
}

/** KaTeX as text would need inline styles, which the page forbids; as nodes it does not. */
function placeholder(source: string, display: boolean): string {
  return `<span class="${display ? 'display' : 'inline'} tex">${markdown.utils.escapeHtml(source)}</span>`
}

export function render(text: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = markdown.render(text)
  for (const node of template.content.querySelectorAll<HTMLElement>('.tex')) typeset(node)
  return template.content
}

function typeset(node: HTMLElement): void {
  const options = {
    displayMode: node.classList.contains('display'),
    throwOnError: false,
    trust: false,
    strict: 'ignore' as const,
  }
  katex.render(node.textContent ?? '', node, { ...options, maxExpand: 200, maxSize: 20 })
}

export function code(text: string, language: string): HTMLElement {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  const block = document.createElement('div')
  block.append(render(`${fence}${language}\n${text}\n${fence}`))
  return block
}
