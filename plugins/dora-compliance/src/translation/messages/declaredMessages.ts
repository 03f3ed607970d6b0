/** What a business function or an ICT third-party provider declares. */
export const declaredMessages = {
  function: 'Business function',
  provider: 'ICT third-party provider',
  none: 'none',
  yes: 'yes',
  no: 'no',
  add: 'Not declared. Add {{path}}',
  problems: "Values that can't be read",
  noAssets: 'None of the assets that you may read depends on it.',
  // The names of the fields, with their places in the register templates.
  field: {
    functionId: 'Function identifier (B_06.01.0010)',
    licensedActivity:
      'Licensed activity, or "support functions" (B_06.01.0020)',
    critical: 'Whether it is critical or important (B_06.01.0060)',
    reasons: 'Why it is or is not (B_06.01.0070)',
    assessedOn: 'Date of the last assessment (B_06.01.0080)',
    rto: 'Recovery time objective (B_06.01.0090)',
    rpo: 'Recovery point objective (B_06.01.0100)',
    impactOfDiscontinuing:
      'Impact of discontinuing the function (B_06.01.0110)',
    legalName: 'Legal name (B_05.01.0050)',
    lei: 'Legal Entity Identifier (B_05.01.0010)',
    euid: 'European Unique Identifier (B_05.01.0010)',
    headquarters: 'Country of the head office (B_05.01.0080)',
    services: 'Types of ICT services (ITS 2024/2956 Annex III)',
    contract: 'Contract reference (B_02.01.0010)',
    subcontractors: 'Subcontractors in the supply chain (B_05.02)',
  },
} as const;
