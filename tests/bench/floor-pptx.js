// SPDX-FileCopyrightText: The Etappe authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The floor of a PowerPoint file: the same shapes written with pptxgenjs, as it is by itself.
// Usage: node floor-pptx.js SHAPES.json OUT.pptx, with NODE_PATH where pptxgenjs is.

const fs = require('fs')
const PptxGenJS = require('pptxgenjs')

const [, , source, target] = process.argv
const { width, height, slides } = JSON.parse(fs.readFileSync(source, 'utf8'))
const pptx = new PptxGenJS()

// A path's steps as pptxgenjs takes them, from its own units to inches.
function toPoint (shape, step) {
  const at = step.at.map(([x, y]) => [x / step.w * shape.w, y / step.h * shape.h])
  if (step.kind === 'close') return { close: true }
  if (step.kind === 'cubicBezTo') {
    const [[x1, y1], [x2, y2], [x, y]] = at
    return { x, y, curve: { type: 'cubic', x1, y1, x2, y2 } }
  }
  return { x: at[0][0], y: at[0][1], moveTo: step.kind === 'moveTo' }
}

function addShape (slide, shape) {
  const options = { x: shape.x, y: shape.y, w: shape.w, h: shape.h, margin: 0 }
  if (shape.fill) options.fill = { color: shape.fill }
  if (shape.line) options.line = { color: shape.line, width: shape.width }
  if (shape.points.length > 0) {
    options.points = shape.points.map((step) => toPoint(shape, step))
    slide.addShape('custGeom', options)
    return
  }
  if (shape.text.length === 0) {
    slide.addShape(shape.preset || 'rect', options)
    return
  }
  const runs = shape.text.map(({ text, size, bold, italic, color, ends }) =>
    ({ text, options: { fontSize: size, bold, italic, color, breakLine: ends } }))
  slide.addText(runs, { ...options, shape: shape.preset || 'rect', valign: 'top' })
}

pptx.defineLayout({ name: 'own', width, height })
pptx.layout = 'own'
for (const shapes of slides) {
  const slide = pptx.addSlide()
  for (const shape of shapes) addShape(slide, shape)
}
pptx.writeFile({ fileName: target }).catch((error) => {
  console.error(error)
  process.exit(1)
})
