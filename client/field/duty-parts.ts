/** What the duty screen shows on duty: fetched behind its first view, which has the link and the call for help. */
export { ForceBlock } from './ForceBlock.tsx'
export { EarlierMessages, OpenMessages } from './MessagesBlock.tsx'
export { OfferBlock, OfferButtons } from './OfferBlock.tsx'
export { OrderBlock } from './OrderBlock.tsx'
export { RequestBlock, RequestButtons } from './RequestBlock.tsx'
export { SilenceOrder } from './SilenceOrder.tsx'
export { TaskBlock, TaskButtons } from './TaskBlock.tsx'
export { UnsentBlock } from './UnsentBlock.tsx'
