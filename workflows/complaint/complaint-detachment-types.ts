/** What a case knows of who sent which report, and of reports that it has given away. Part of its state. */
export interface ReportOrigins {
  /** The sender of each report. Absent, or without some of them, in states that older versions carried. */
  reportSenders?: { [reportId: string]: string };
  /** Reports that have left for a case of their own: one that is sent again is not taken in again. */
  detachedReportIds?: string[];
}

/** The case that the first report of another one was detached from. */
export interface DetachedFrom {
  caseId: string;
  number: string;
}
