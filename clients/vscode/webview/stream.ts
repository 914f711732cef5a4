// A text that grows, as nodes: complete blocks are rendered once, only the last one again and again.

import { settled } from './blocks.ts'
import { render } from './markdown.ts'

export class Stream {
  readonly element = document.createElement('div')
  private readonly tail = document.createElement('div')
  private text = ''
  private rendered = 0
  private stale = false

  constructor(name: string) {
    this.element.className = `${name} markdown`
    this.element.append(this.tail)
  }

  get empty(): boolean {
    return this.text.trim() === ''
  }

  append(text: string): void {
    this.text += text
    this.stale = true
  }

  /** Only what is looked at is drawn. */
  draw(): void {
    if (!this.stale) return
    this.stale = false
    const rest = this.text.slice(this.rendered)
    const complete = settled(rest)
    if (complete > 0) this.tail.before(render(rest.slice(0, complete)))
    this.rendered += complete
    this.tail.replaceChildren(render(rest.slice(complete)))
  }
}
