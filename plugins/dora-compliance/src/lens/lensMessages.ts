/** The page about the five areas. The only texts that name "Article 21" without an act. */
export const lensMessages = {
  title: 'The five areas and “Article 21”',
  link: 'Where the areas come from',
  area: 'Area: {{area}}.',
  intro:
    'The architecture that this suite follows describes five contributions of delivery pipelines and names them after “Article 21 of DORA”. Article 21 of Regulation (EU) 2022/2554 is about something else: the centralized reporting of incidents. The suite keeps the five contributions as areas, to group controls. An area is never a legal basis. Each control cites the provisions that apply.',
  articles: 'What Article 21 is in each act',
  about: 'What it is about',
  addressee: 'Who it addresses',
  meaning: 'What it means for delivery pipelines',
  act: {
    dora: {
      name: 'Regulation (EU) 2022/2554 (DORA), Article 21',
      about:
        'Centralized reporting of major ICT-related incidents. It asks for a joint report on whether one hub of the Union for such reports is feasible.',
      addressee:
        'The European Supervisory Authorities, with the European Central Bank and ENISA.',
      meaning:
        'Nothing. It sets no duty for financial entities, and has no points about access, segregation of duties, logging, change or backup.',
    },
    nis2: {
      name: 'Directive (EU) 2022/2555 (NIS2), Article 21',
      about:
        'Measures to manage cybersecurity risks, in ten minimum fields from risk analysis to authentication.',
      addressee:
        'Member States, which have essential and important entities take these measures.',
      meaning:
        'Information only, for financial entities: DORA is the act for their sector (DORA Art 1(2)). It can bind other companies of a group, and providers of ICT services.',
    },
    rts: {
      name: 'Delegated Regulation (EU) 2024/1774 (RTS), Article 21',
      about:
        'Access control: need to know, need to use and least privilege, segregation of duties, accountability, and the management of accounts.',
      addressee:
        'Financial entities, except those under the simplified regime.',
      meaning:
        'It applies to pipelines as to any ICT system. Controls cite it by its points.',
    },
  },
  rtsControls: 'Controls that cite it',
  areas: 'The areas and the provisions behind them',
  areasNote:
    'The numbering “21(1)” and “21(2)(a)” to “21(2)(e)” of the architecture exists in none of these acts. The provisions below are the most important ones, not all.',
  named: 'Named there: {{number}}',
  provisions: '{{provisions, list(type: unit; style: short)}}.',
  controls: 'Controls of this area',
} as const;
