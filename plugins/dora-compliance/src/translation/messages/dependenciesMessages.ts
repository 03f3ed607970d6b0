/** The tab with the dependency graph. */
export const dependenciesMessages = {
  title: 'From business functions to pipelines',
  explanation:
    'An arrow points from an entity to what it uses. An asset is at least as critical as everything that uses it.',
  cut: 'The graph is incomplete',
  cutExplanation:
    'Only the nearest dependencies are shown. Open one of them to see its own dependencies.',
  none: 'This asset has no links: no function, system or other asset uses it, and it uses none. Add what it uses to spec.dependsOn of its entity, and the business functions it supports to spec.dora.functions.',
  showGraph: 'Show as graph',
  showList: 'Show as list',
  graph: 'Dependency graph',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit to width',
  node: {
    asset: 'ICT asset',
    function: 'Business function',
    provider: 'Provider',
    system: 'System',
    api: 'API',
  },
  center: '{{what}} (this asset)',
  users: 'Used by',
  thisAsset: 'This asset',
  used: 'Uses',
  others: 'Other entities in the graph',
} as const;
