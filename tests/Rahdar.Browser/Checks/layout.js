// What can be seen to be wrong with a page: one sentence for each fault, none when all is well.
() => {
  const faults = [];
  const seen = e => {
    const r = e.getBoundingClientRect();
    return r.width > 0 && r.height > 0 && getComputedStyle(e).visibility !== 'hidden';
  };
  const words = e => e.textContent.replace(/\s+/g, ' ').trim().slice(0, 60);
  const wide = document.documentElement.clientWidth;

  if (document.documentElement.scrollWidth > wide)
    faults.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} px in ${wide} px`);

  // Every letter lies on the page, whatever holds it.
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest('title, desc, style, script, thead')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const r of range.getClientRects())
      if (r.width > 0 && (r.left < -0.5 || r.right > wide + 0.5)) {
        faults.push(`text runs off the page: "${words(parent)}" ${Math.round(r.left)}..${Math.round(r.right)}`);
        break;
      }
  }

  // Inside a picture texts stay in it and do not touch each other. The line box has air above and below the letters.
  const box = e => {
    const r = e.getBoundingClientRect(), air = r.height * 0.16;
    return { e, left: r.left + 0.5, right: r.right - 0.5, top: r.top + air, bottom: r.bottom - air };
  };
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  for (const svg of document.querySelectorAll('svg[data-picture]')) {
    if (!seen(svg)) continue;
    const name = svg.dataset.picture, edge = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter(seen).map(box);
    for (const t of texts)
      if (t.left < edge.left - 1 || t.right > edge.right + 1 || t.top < edge.top - 1 || t.bottom > edge.bottom + 1)
        faults.push(`${name}: text leaves the picture: "${words(t.e)}"`);
    for (let i = 0; i < texts.length; i++)
      for (let j = i + 1; j < texts.length; j++)
        if (!apart(texts[i], texts[j]))
          faults.push(`${name}: texts overlap: "${words(texts[i].e)}" and "${words(texts[j].e)}"`);
    const axes = [...svg.querySelectorAll('[data-axis]')];
    if (axes.length === 0) faults.push(`${name}: no axis and no scale`);
    for (const axis of axes) {
      const labels = [...axis.querySelectorAll('text[data-unit]')].filter(l => l.dataset.unit && words(l));
      if (labels.length !== 1) faults.push(`${name}: axis ${axis.dataset.axis} has ${labels.length} labels with a unit`);
    }
    for (const id of (svg.getAttribute('aria-labelledby') ?? 'none').split(' ')) {
      const told = document.getElementById(id);
      if (!told || !words(told)) faults.push(`${name}: nothing is said under #${id}`);
    }
  }

  // Blocks of words outside pictures.
  const blocks = [...document.querySelectorAll('h1, h2, h3, p, li, caption, td, th')]
    .filter(e => seen(e) && !e.closest('thead') || e.matches('th') && getComputedStyle(e.closest('thead')).position !== 'absolute')
    .map(e => { const r = e.getBoundingClientRect(); return { e, left: r.left + 1, right: r.right - 1, top: r.top + 1, bottom: r.bottom - 1 }; });
  for (let i = 0; i < blocks.length; i++)
    for (let j = i + 1; j < blocks.length; j++)
      if (!apart(blocks[i], blocks[j]) && !blocks[i].e.contains(blocks[j].e) && !blocks[j].e.contains(blocks[i].e))
        faults.push(`blocks overlap: "${words(blocks[i].e)}" and "${words(blocks[j].e)}"`);

  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push(`id ${id} stands twice`);
  for (const figure of document.querySelectorAll('figure')) {
    if (!figure.querySelector('figcaption p')?.textContent.trim()) faults.push(`figure ${figure.id} has no caption`);
    if (!figure.querySelector('.source')?.textContent.trim()) faults.push(`figure ${figure.id} has no source`);
    if ([...figure.querySelectorAll('svg')].filter(seen).length !== 1)
      faults.push(`figure ${figure.id} does not show one drawing`);
  }
  return faults;
}
