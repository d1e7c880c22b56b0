/** Hosts of sites whose terms let no program read them. */
export const closedSites = /(?:^|\.)(?:linkedin|indeed|glassdoor)\.[a-z.]+$/;
