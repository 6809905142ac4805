// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// Version is that of the contract this was made from, and of this module.
const Version = "0.1.0"

// ContractHash is the SHA-256 of the contract in canonical form; node.version tells that of the node.
const ContractHash = "791331f6724867304225e67df6924680477b7fe5c693f09ed00d7c0f9e15970c"

// methodFacts is what the runtime has to know of a method.
type methodFacts struct {
	// Whether it takes an idempotency key.
	keyed bool

	// What to say of it, if it is on its way out.
	deprecated string
}

// contractMethods has every method but those that concern a connection.
var contractMethods = map[string]methodFacts{
	"rpc.discover":             {},
	"node.status":              {},
	"node.peers":               {},
	"node.version":             {},
	"chain.status":             {},
	"chain.block":              {},
	"chain.blocks":             {},
	"chain.transaction":        {},
	"chain.output":             {},
	"chain.outputs":            {},
	"chain.supply":             {},
	"chain.params":             {},
	"chain.fees":               {},
	"chain.submit":             {},
	"account.create":           {keyed: true},
	"account.recover":          {keyed: true},
	"account.list":             {},
	"account.get":              {},
	"account.unlock":           {},
	"account.lock":             {},
	"account.remove":           {keyed: true},
	"account.changePassphrase": {keyed: true},
	"account.recoveryPhrase":   {},
	"account.address":          {keyed: true},
	"account.addresses":        {},
	"account.balance":          {},
	"account.history":          {},
	"account.outputs":          {},
	"account.viewKey":          {},
	"account.importViewKey":    {keyed: true},
	"account.rescan":           {keyed: true},
	"payment.send":             {keyed: true},
	"payment.sendMany":         {keyed: true},
	"payment.sendPublic":       {keyed: true},
	"payment.estimate":         {},
	"payment.get":              {},
	"payment.list":             {},
	"payment.cancel":           {keyed: true},
	"payment.prove":            {},
	"payment.verifyProof":      {},
	"payment.consolidate":      {keyed: true},
	"message.send":             {keyed: true},
	"message.get":              {},
	"message.list":             {},
	"message.status":           {},
	"message.decode":           {},
	"stake.deposit":            {keyed: true},
	"stake.withdraw":           {keyed: true},
	"stake.configure":          {keyed: true},
	"stake.rotate":             {keyed: true},
	"stake.resume":             {keyed: true},
	"stake.get":                {},
	"stake.list":               {},
	"stake.validators":         {},
	"stake.validator":          {},
	"stake.epoch":              {},
	"stake.params":             {},
	"stake.rewards":            {},
	"stake.award":              {},
	"stake.awards":             {},
	"stake.awardProof":         {},
	"stake.proveAward":         {keyed: true},
	"stake.slashings":          {},
	"token.create":             {keyed: true},
	"token.list":               {},
	"token.revoke":             {keyed: true},
	"token.audit":              {},
	"dev.faucet":               {keyed: true},
	"dev.mine":                 {keyed: true},
	"dev.time":                 {keyed: true},
}
