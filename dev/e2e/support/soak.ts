/** Whether the matrices run at their full size: `npm run soak`. */
export const isSoak = process.env['IGNY8_SOAK'] === 'true';
