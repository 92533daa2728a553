// Pages are made on the server; what little runs in the browser stands in static/. See docs/decisions.
export const csr = false;
