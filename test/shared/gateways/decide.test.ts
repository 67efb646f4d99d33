import { expect, test } from 'vitest'
import { gatewayCommands } from '../../../shared/gateways/commands.ts'
import { gatewayDeciders } from '../../../shared/gateways/decide.ts'
import { given } from '../../kit/given-when-then.ts'

const { OpenGateway, CloseGateway } = gatewayDeciders

test('GATEWAY-14 a gateway is opened for regions, closed once, and not opened again', () => {
  const opened = { gateway: 'new-1', name: 'Radio', regions: ['almaty', 'astana'] }
  given()
    .when(OpenGateway, { name: 'Radio', regions: ['almaty', 'astana', 'almaty'] })
    .then([{ type: 'GatewayOpened', keys: ['gateway:new-1'], data: opened }])
    .when(CloseGateway, { gateway: 'new-1' })
    .then([{ type: 'GatewayClosed', keys: ['gateway:new-1'], data: { gateway: 'new-1', name: 'Radio' } }])
    .when(CloseGateway, { gateway: 'new-1' })
    .then([])
    .when(CloseGateway, { gateway: 'other' })
    .then({ code: 'gateway.unknown' })
  expect(gatewayCommands.OpenGateway.safeParse({ name: 'Radio', regions: [] }).success).toBe(false)
})
