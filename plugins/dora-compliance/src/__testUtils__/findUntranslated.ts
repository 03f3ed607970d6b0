/** Attributes that people read or hear. */
const ATTRIBUTES = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'placeholder',
  'title',
];

/** Texts of Backstage UI and of the app around our pages. */
const BACKSTAGE =
  /^(Show \d+ results?|Showing .*|\d+ - \d+ of \d+|Next table page|Clear search|Table page loaded\..*|Data table|sorted by column.*|sortable column|Decrease|Increase|0 notifications\.|sidebar nav|Breadcrumbs|Previous table page|Results per page|Select .*)$/;

/**
 * Latin words on the page that come neither from the backend nor from
 * Backstage. In a language without Latin letters, nobody translated them.
 */
export function findUntranslated(data: Iterable<string>): string[] {
  const known = [...new Set(data)].sort((a, b) => b.length - a.length);
  return [...new Set(readTexts(document.body))]
    .filter(text => !BACKSTAGE.test(text.trim()))
    .filter(text => /[A-Za-z]{2,}/.test(removeKnown(text, known)));
}

function readTexts(element: Element): string[] {
  // Paths of fields and identifiers are the same in every language.
  if (element.matches('code, pre, style, script, output')) {
    return [];
  }
  const attributes = ATTRIBUTES.flatMap(
    name => element.getAttribute(name) ?? [],
  );
  const children = [...element.childNodes].flatMap(child => {
    if (child instanceof Element) {
      return readTexts(child);
    }
    return child.nodeType === Node.TEXT_NODE ? [child.textContent ?? ''] : [];
  });
  return [...attributes, ...children];
}

function removeKnown(text: string, known: readonly string[]): string {
  return known.reduce((rest, word) => rest.split(word).join(' '), text);
}
