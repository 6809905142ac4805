# Generated from openrpc.json by `npm run generate`. Do not edit.
"""The methods of the contract: calls to be awaited."""

from typing import Any, Dict, Optional, Sequence

from . import types as t
from .contract import METHODS
from ..method import AsyncCall


class RpcMethods:
    """The methods `rpc.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def discover(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.ContractDocument:
        """The contract.

        `rpc.discover`. Returns the OpenRPC document this node serves, the same as `GET /openrpc.json`.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.
        """
        result: t.ContractDocument = await self._call(
            METHODS["rpc.discover"],
            {},
            timeout,
        )
        return result


class NodeMethods:
    """The methods `node.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def status(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.NodeStatus:
        """State of the node.

        `node.status`. Answers at any time, also while the node starts, follows the chain or proves, and
        says what it is doing.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.
        """
        result: t.NodeStatus = await self._call(
            METHODS["node.status"],
            {},
            timeout,
        )
        return result

    async def peers(
        self,
        *,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        timeout: Optional[float] = None,
    ) -> t.PeerPage:
        """Nodes it is connected to.

        `node.peers`. A node on its own, such as a development network, has none.

        Args:
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError; and those that every call can meet.
        """
        result: t.PeerPage = await self._call(
            METHODS["node.peers"],
            {
                "cursor": cursor,
                "limit": limit,
            },
            timeout,
        )
        return result

    async def version(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.NodeVersion:
        """Versions.

        `node.version`. Versions of the software, of the contract and of what it runs on.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.
        """
        result: t.NodeVersion = await self._call(
            METHODS["node.version"],
            {},
            timeout,
        )
        return result


class ChainMethods:
    """The methods `chain.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def status(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.ChainStatus:
        """Head of the chain.

        `chain.status`. The last final block, the size of the unspent set and the transactions that wait.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.ChainStatus = await self._call(
            METHODS["chain.status"],
            {},
            timeout,
        )
        return result

    async def block(
        self,
        *,
        height: Optional[t.Height] = None,
        id: Optional[t.BlockId] = None,
        timeout: Optional[float] = None,
    ) -> t.Block:
        """One block.

        `chain.block`. By height or by id; exactly one of the two. A block a node tells about is final: it
        never changes. Give exactly one of `height` and `id`.

        Args:
            height: Its height.
            id: Its id.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            BlockNotFoundError, BlockPrunedError, NotReadyError; and those that every call can meet.
        """
        result: t.Block = await self._call(
            METHODS["chain.block"],
            {
                "height": height,
                "id": id,
            },
            timeout,
        )
        return result

    async def blocks(
        self,
        *,
        from_: Optional[t.Height] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.BlockPage:
        """Blocks in order.

        `chain.blocks`. Walks along the chain. To follow it from there on, subscribe to `chain.block`.

        Args:
            from_: First height of the first page; ignored with a cursor.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, BlockPrunedError, NotReadyError; and those that every call can meet.
        """
        result: t.BlockPage = await self._call(
            METHODS["chain.blocks"],
            {
                "from": from_,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def transaction(
        self,
        *,
        transaction_id: t.TransactionId,
        encoded: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> t.Transaction:
        """One transaction.

        `chain.transaction`. From the chain or from those that wait in public. One that a node was handed a
        moment ago may not be public yet.

        Args:
            transaction_id: Its id.
            encoded: Whether to give its bytes, too.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            TransactionNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Transaction = await self._call(
            METHODS["chain.transaction"],
            {
                "transactionId": transaction_id,
                "encoded": encoded,
            },
            timeout,
        )
        return result

    async def output(
        self,
        *,
        output_id: t.OutputId,
        payload: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> t.Output:
        """One output.

        `chain.output`. What everybody sees of an output. Only its receiver can tell what it holds.

        Args:
            output_id: Its id.
            payload: Whether to give the encrypted payload, too.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            OutputNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Output = await self._call(
            METHODS["chain.output"],
            {
                "outputId": output_id,
                "payload": payload,
            },
            timeout,
        )
        return result

    async def outputs(
        self,
        *,
        from_: Optional[t.Height] = None,
        unspent: Optional[bool] = None,
        payload: Optional[bool] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        timeout: Optional[float] = None,
    ) -> t.OutputPage:
        """Outputs in order of the chain.

        `chain.outputs`. For wallets that scan by themselves. Asking for all of them tells nobody which
        ones are yours.

        Args:
            from_: First height of the first page; ignored with a cursor.
            unspent: Only those that are not spent.
            payload: Whether to give the encrypted payloads, too.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, BlockPrunedError, NotReadyError; and those that every call can meet.
        """
        result: t.OutputPage = await self._call(
            METHODS["chain.outputs"],
            {
                "from": from_,
                "unspent": unspent,
                "payload": payload,
                "cursor": cursor,
                "limit": limit,
            },
            timeout,
        )
        return result

    async def supply(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.Supply:
        """How much money exists.

        `chain.supply`. With what is needed to check it: the commitments of all unspent outputs sum to
        `circulating`·B + `blinding`·B_blinding, and each mint opens its commitment.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.Supply = await self._call(
            METHODS["chain.supply"],
            {},
            timeout,
        )
        return result

    async def params(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.ChainParams:
        """Parameters of the network.

        `chain.params`. Every node of a network agrees on them.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.ChainParams = await self._call(
            METHODS["chain.params"],
            {},
            timeout,
        )
        return result

    async def fees(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.Fees:
        """What transactions cost.

        `chain.fees`. The fee depends on the number of inputs and outputs alone, so that it tells nothing.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.Fees = await self._call(
            METHODS["chain.fees"],
            {},
            timeout,
        )
        return result

    async def submit(
        self,
        *,
        transaction: t.Hex,
        timeout: Optional[float] = None,
    ) -> t.SubmittedTransaction:
        """Hand on a transaction made elsewhere.

        `chain.submit`. Checks it completely, keeps it and hands it on. One that the node has already is
        answered the same way, so repeating is safe without a key. A node with neighbours hands it to one
        of them first, so that nobody can tell where it comes from: until it is public, which takes
        seconds, `chain.transaction` does not find it.

        Args:
            transaction: Its bytes.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidTransactionError, InputSpentError, StakeClaimedError, MempoolFullError, NotReadyError;
            and those that every call can meet.
        """
        result: t.SubmittedTransaction = await self._call(
            METHODS["chain.submit"],
            {
                "transaction": transaction,
            },
            timeout,
        )
        return result


class AccountMethods:
    """The methods `account.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        *,
        name: Optional[t.AccountName] = None,
        passphrase: Optional[t.Passphrase] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountCreated:
        """Make an account.

        `account.create`. Returns the recovery phrase this once. With a passphrase the key file is
        encrypted; the account starts unlocked either way.

        Args:
            name: A name for people.
            passphrase: Encrypts the key file.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError, IdempotencyConflictError; and those that every call can meet.
        """
        result: t.AccountCreated = await self._call(
            METHODS["account.create"],
            {
                "name": name,
                "passphrase": passphrase,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def recover(
        self,
        *,
        recovery_phrase: t.RecoveryPhrase,
        name: Optional[t.AccountName] = None,
        passphrase: Optional[t.Passphrase] = None,
        from_: Optional[t.Height] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountRecovered:
        """Restore an account from its phrase.

        `account.recover`. Balance, history and messages come back as the chain is read again;
        `account.get` tells how far it is. Give the height the account was made at, if you know it, to save
        time.

        Args:
            recovery_phrase: The 24 words.
            name: A name for people.
            passphrase: Encrypts the key file.
            from_: Where to begin to read; genesis when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidRecoveryPhraseError, AccountExistsError, BlockPrunedError, NotReadyError,
            IdempotencyConflictError; and those that every call can meet.
        """
        result: t.AccountRecovered = await self._call(
            METHODS["account.recover"],
            {
                "recoveryPhrase": recovery_phrase,
                "name": name,
                "passphrase": passphrase,
                "from": from_,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def list(
        self,
        *,
        internal: Optional[bool] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountPage:
        """Accounts on this node.

        `account.list`. In the order they came to this node.

        Args:
            internal: True for those the node keeps for itself instead: on a development network that of
                the faucet, which also operates the validator. They can be used like any other, by their id.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.AccountPage = await self._call(
            METHODS["account.list"],
            {
                "internal": internal,
                "cursor": cursor,
                "limit": limit,
            },
            timeout,
        )
        return result

    async def get(
        self,
        *,
        account_id: t.AccountId,
        timeout: Optional[float] = None,
    ) -> t.Account:
        """One account.

        `account.get`. Whether it is locked, and how far the chain has been read for it.

        Args:
            account_id: The account.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Account = await self._call(
            METHODS["account.get"],
            {
                "accountId": account_id,
            },
            timeout,
        )
        return result

    async def unlock(
        self,
        *,
        account_id: t.AccountId,
        passphrase: t.Passphrase,
        timeout: Optional[float] = None,
    ) -> t.Account:
        """Unlock an account.

        `account.unlock`. Decrypts the spend key and keeps it in memory until `account.lock` or until the
        node stops. Changes nothing for an account without a passphrase, or one that is unlocked.

        Args:
            account_id: The account.
            passphrase: The passphrase.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, WrongPassphraseError, KeyFileDamagedError, ViewOnlyError, NotReadyError;
            and those that every call can meet.
        """
        result: t.Account = await self._call(
            METHODS["account.unlock"],
            {
                "accountId": account_id,
                "passphrase": passphrase,
            },
            timeout,
        )
        return result

    async def lock(
        self,
        *,
        account_id: t.AccountId,
        timeout: Optional[float] = None,
    ) -> t.Account:
        """Lock an account.

        `account.lock`. Forgets the spend key. Payments that are created are still broadcast, for they are
        signed; deposits and messages are followed. An account without a passphrase stays as it is.

        Args:
            account_id: The account.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Account = await self._call(
            METHODS["account.lock"],
            {
                "accountId": account_id,
            },
            timeout,
        )
        return result

    async def remove(
        self,
        *,
        account_id: t.AccountId,
        passphrase: Optional[t.Passphrase] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountRemoved:
        """Remove an account from this node.

        `account.remove`. Deletes its keys and all that is known of it. The phrase brings it back; without
        the phrase its money is lost.

        Args:
            account_id: The account.
            passphrase: The passphrase, when one protects the account.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, WrongPassphraseError, NotReadyError, IdempotencyConflictError; and those
            that every call can meet.
        """
        result: t.AccountRemoved = await self._call(
            METHODS["account.remove"],
            {
                "accountId": account_id,
                "passphrase": passphrase,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def change_passphrase(
        self,
        *,
        account_id: t.AccountId,
        passphrase: Optional[t.Passphrase] = None,
        new_passphrase: Optional[t.Passphrase] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Account:
        """Change, set or drop the passphrase.

        `account.changePassphrase`. Without `newPassphrase` the key file is no longer encrypted. The
        account is unlocked afterwards.

        Args:
            account_id: The account.
            passphrase: The passphrase so far, when there is one.
            new_passphrase: The new one.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, WrongPassphraseError, KeyFileDamagedError, ViewOnlyError, NotReadyError,
            IdempotencyConflictError; and those that every call can meet.
        """
        result: t.Account = await self._call(
            METHODS["account.changePassphrase"],
            {
                "accountId": account_id,
                "passphrase": passphrase,
                "newPassphrase": new_passphrase,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def recovery_phrase(
        self,
        *,
        account_id: t.AccountId,
        passphrase: Optional[t.Passphrase] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountPhrase:
        """Show the recovery phrase again.

        `account.recoveryPhrase`. Needs the passphrase when one protects the account, also while it is
        unlocked.

        Args:
            account_id: The account.
            passphrase: The passphrase, when one protects the account.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, WrongPassphraseError, KeyFileDamagedError, ViewOnlyError, NotReadyError;
            and those that every call can meet.
        """
        result: t.AccountPhrase = await self._call(
            METHODS["account.recoveryPhrase"],
            {
                "accountId": account_id,
                "passphrase": passphrase,
            },
            timeout,
        )
        return result

    async def address(
        self,
        *,
        account_id: t.AccountId,
        label: Optional[str] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountAddress:
        """A new address.

        `account.address`. Makes the next subaddress. Addresses are free, and nobody can link two of them:
        give each customer one of his own. Needs no more than `read`, since nothing can be lost by it.

        Args:
            account_id: The account.
            label: A name for people.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, NotReadyError, IdempotencyConflictError; and those that every call can
            meet.
        """
        result: t.AccountAddress = await self._call(
            METHODS["account.address"],
            {
                "accountId": account_id,
                "label": label,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def addresses(
        self,
        *,
        account_id: t.AccountId,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        timeout: Optional[float] = None,
    ) -> t.AddressPage:
        """Addresses of an account.

        `account.addresses`. The main address first, then in the order they were made.

        Args:
            account_id: The account.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.AddressPage = await self._call(
            METHODS["account.addresses"],
            {
                "accountId": account_id,
                "cursor": cursor,
                "limit": limit,
            },
            timeout,
        )
        return result

    async def balance(
        self,
        *,
        account_id: t.AccountId,
        timeout: Optional[float] = None,
    ) -> t.Balance:
        """What an account owns.

        `account.balance`. As of the block the account has been read up to.

        Args:
            account_id: The account.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Balance = await self._call(
            METHODS["account.balance"],
            {
                "accountId": account_id,
            },
            timeout,
        )
        return result

    async def history(
        self,
        *,
        account_id: t.AccountId,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.HistoryPage:
        """What happened to an account.

        `account.history`. Everything final, in the order of the chain. Keep `next` and pass it later to
        get only what is new.

        Args:
            account_id: The account.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.HistoryPage = await self._call(
            METHODS["account.history"],
            {
                "accountId": account_id,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def outputs(
        self,
        *,
        account_id: t.AccountId,
        status: Optional[t.CoinStatus] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        timeout: Optional[float] = None,
    ) -> t.CoinPage:
        """Outputs of an account.

        `account.outputs`. The coins behind the balance, in the order they came.

        Args:
            account_id: The account.
            status: Only those that stand like this.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.CoinPage = await self._call(
            METHODS["account.outputs"],
            {
                "accountId": account_id,
                "status": status,
                "cursor": cursor,
                "limit": limit,
            },
            timeout,
        )
        return result

    async def view_key(
        self,
        *,
        account_id: t.AccountId,
        passphrase: Optional[t.Passphrase] = None,
        timeout: Optional[float] = None,
    ) -> t.AccountViewKey:
        """The view key.

        `account.viewKey`. Lets another node follow the account without being able to spend. Whoever has it
        sees everything, for ever.

        Args:
            account_id: The account.
            passphrase: The passphrase, when one protects the account.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, WrongPassphraseError, NotReadyError; and those that every call can meet.
        """
        result: t.AccountViewKey = await self._call(
            METHODS["account.viewKey"],
            {
                "accountId": account_id,
                "passphrase": passphrase,
            },
            timeout,
        )
        return result

    async def import_view_key(
        self,
        *,
        view_key: t.ViewKey,
        name: Optional[t.AccountName] = None,
        from_: Optional[t.Height] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Account:
        """Follow an account by its view key.

        `account.importViewKey`. The account can view and cannot spend.

        Args:
            view_key: The view key.
            name: A name for people.
            from_: Where to begin to read; genesis when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidViewKeyError, WrongNetworkError, AccountExistsError, BlockPrunedError, NotReadyError,
            IdempotencyConflictError; and those that every call can meet.
        """
        result: t.Account = await self._call(
            METHODS["account.importViewKey"],
            {
                "viewKey": view_key,
                "name": name,
                "from": from_,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def rescan(
        self,
        *,
        account_id: t.AccountId,
        from_: Optional[t.Height] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Account:
        """Read the chain again for an account.

        `account.rescan`. Reads the chain again from that height and adds what was missed; what is known
        stays, and nothing is told twice. Returns at once; `account.get` tells how far it is.

        Args:
            account_id: The account.
            from_: Where to begin; genesis when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, BlockPrunedError, NotReadyError, IdempotencyConflictError; and those that
            every call can meet.
        """
        result: t.Account = await self._call(
            METHODS["account.rescan"],
            {
                "accountId": account_id,
                "from": from_,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result


class PaymentMethods:
    """The methods `payment.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def send(
        self,
        *,
        account_id: t.AccountId,
        to: t.Address,
        amount: t.PositiveAmount,
        data: Optional[t.Base64] = None,
        app: Optional[t.AppTag] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.PaymentSent:
        """Pay.

        `payment.send`. Returns as soon as the payment is stored and handed on, and tells what was stored:
        `created`. `payment.status` events carry it on to `final` or `rejected`. With `data` a message
        travels with the money.

        Args:
            account_id: The account.
            to: The receiver.
            amount: How much; the fee comes on top.
            data: A message that travels with the payment.
            app: Application tag of that message.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, InvalidAddressError, WrongNetworkError, AmountTooLargeError,
            PayloadTooLargeError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.PaymentSent = await self._call(
            METHODS["payment.send"],
            {
                "accountId": account_id,
                "to": to,
                "amount": amount,
                "data": data,
                "app": app,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def send_many(
        self,
        *,
        account_id: t.AccountId,
        payments: Sequence[t.PaymentRequest],
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.PaymentsSent:
        """Pay several.

        `payment.sendMany`. Queues ordinary payments, all or none; each is its own transaction, so that
        nobody sees they belong together. Those that wait for coins to come free are `created` until then.

        Args:
            account_id: The account.
            payments: The payments.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, InvalidAddressError, WrongNetworkError, AmountTooLargeError,
            PayloadTooLargeError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.PaymentsSent = await self._call(
            METHODS["payment.sendMany"],
            {
                "accountId": account_id,
                "payments": payments,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def send_public(
        self,
        *,
        account_id: t.AccountId,
        to: t.Address,
        amount: t.PositiveAmount,
        data: Optional[t.Base64] = None,
        app: Optional[t.AppTag] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.PublicPaymentSent:
        """Pay and get a receipt.

        `payment.sendPublic`. An ordinary payment, and at once the receipt that `payment.prove` would make.
        On the chain it looks like any other.

        Args:
            account_id: The account.
            to: The receiver.
            amount: How much; the fee comes on top.
            data: A message that travels with the payment.
            app: Application tag of that message.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, InvalidAddressError, WrongNetworkError, AmountTooLargeError,
            PayloadTooLargeError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.PublicPaymentSent = await self._call(
            METHODS["payment.sendPublic"],
            {
                "accountId": account_id,
                "to": to,
                "amount": amount,
                "data": data,
                "app": app,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def estimate(
        self,
        *,
        account_id: t.AccountId,
        amount: t.Amount,
        to: Optional[t.Address] = None,
        data: Optional[t.Base64] = None,
        timeout: Optional[float] = None,
    ) -> t.PaymentEstimate:
        """What a payment would take.

        `payment.estimate`. Fee, transactions and coins, without making anything.

        Args:
            account_id: The account.
            to: The receiver, to have the address checked.
            amount: How much; 0 for a message.
            data: The data that would travel with it.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidAddressError, WrongNetworkError, AmountTooLargeError,
            PayloadTooLargeError, NotReadyError; and those that every call can meet.
        """
        result: t.PaymentEstimate = await self._call(
            METHODS["payment.estimate"],
            {
                "accountId": account_id,
                "to": to,
                "amount": amount,
                "data": data,
            },
            timeout,
        )
        return result

    async def get(
        self,
        *,
        payment_id: t.PaymentId,
        account_id: Optional[t.AccountId] = None,
        timeout: Optional[float] = None,
    ) -> t.Payment:
        """One payment.

        `payment.get`. As the sender knows it when the sender is on this node, otherwise as the receiver
        does; name the account to choose.

        Args:
            payment_id: Its id.
            account_id: The account whose record is wanted.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            PaymentNotFoundError, AccountNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Payment = await self._call(
            METHODS["payment.get"],
            {
                "paymentId": payment_id,
                "accountId": account_id,
            },
            timeout,
        )
        return result

    async def list(
        self,
        *,
        account_id: t.AccountId,
        direction: Optional[t.Direction] = None,
        status: Optional[t.PaymentStatus] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.PaymentPage:
        """Payments of an account.

        `payment.list`. Also those that are not final yet. In the order they were made on this node or came
        to it.

        Args:
            account_id: The account.
            direction: Only those sent, or only those received.
            status: Only those that stand like this.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.PaymentPage = await self._call(
            METHODS["payment.list"],
            {
                "accountId": account_id,
                "direction": direction,
                "status": status,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def cancel(
        self,
        *,
        payment_id: t.PaymentId,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Payment:
        """Take back a payment.

        `payment.cancel`. Possible as long as it is `created`. Of several payments that build on each
        other, later ones are cancelled with it.

        Args:
            payment_id: Its id.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            PaymentNotFoundError, NotCancellableError, NotReadyError, IdempotencyConflictError; and those
            that every call can meet.
        """
        result: t.Payment = await self._call(
            METHODS["payment.cancel"],
            {
                "paymentId": payment_id,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def prove(
        self,
        *,
        payment_id: t.PaymentId,
        account_id: Optional[t.AccountId] = None,
        challenge: Optional[t.Challenge] = None,
        timeout: Optional[float] = None,
    ) -> t.PaymentProof:
        """A receipt for a payment.

        `payment.prove`. Shows anybody whom the payment went to and how much it was. Only the sender can
        make it: it is signed with the key of a coin the payment spent.

        Args:
            payment_id: Its id.
            account_id: The account that sent it.
            challenge: What whoever asks for the receipt chose. The receipt is worth nothing under
                another.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            PaymentNotFoundError, AccountNotFoundError, AccountLockedError, ViewOnlyError,
            NotProvableError, NotReadyError; and those that every call can meet.
        """
        result: t.PaymentProof = await self._call(
            METHODS["payment.prove"],
            {
                "paymentId": payment_id,
                "accountId": account_id,
                "challenge": challenge,
            },
            timeout,
        )
        return result

    async def verify_proof(
        self,
        *,
        proof: t.Proof,
        challenge: Optional[t.Challenge] = None,
        timeout: Optional[float] = None,
    ) -> t.PaymentProofCheck:
        """Check a receipt.

        `payment.verifyProof`. Needs no account: the chain is enough.

        Args:
            proof: The receipt.
            challenge: The challenge that the receipt was asked for with.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.PaymentProofCheck = await self._call(
            METHODS["payment.verifyProof"],
            {
                "proof": proof,
                "challenge": challenge,
            },
            timeout,
        )
        return result

    async def consolidate(
        self,
        *,
        account_id: t.AccountId,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Consolidation:
        """Merge small coins.

        `payment.consolidate`. One transaction from the account to itself that merges its smallest coins,
        up to 16. Repeat while `remaining` is too large.

        Args:
            account_id: The account.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, NothingToConsolidateError, NotReadyError, IdempotencyConflictError,
            OverBudgetError; and those that every call can meet.
        """
        result: t.Consolidation = await self._call(
            METHODS["payment.consolidate"],
            {
                "accountId": account_id,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result


class MessageMethods:
    """The methods `message.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def send(
        self,
        *,
        account_id: t.AccountId,
        to: t.Address,
        body: t.Base64,
        app: Optional[t.AppTag] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.MessageSent:
        """Send data.

        `message.send`. A message is a payment of zero: from outside nothing tells them apart. A long body
        is split over several transactions and joined again by the receiver. Returns as soon as it is
        stored, and tells what was stored: `created`; `message.status` events carry it on. All parts and
        fees are covered, or nothing is sent.

        Args:
            account_id: The account.
            to: The receiver.
            body: The body.
            app: Application tag.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, InvalidAddressError, WrongNetworkError, PayloadTooLargeError, NotReadyError,
            IdempotencyConflictError, OverBudgetError; and those that every call can meet.
        """
        result: t.MessageSent = await self._call(
            METHODS["message.send"],
            {
                "accountId": account_id,
                "to": to,
                "body": body,
                "app": app,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def get(
        self,
        *,
        message_id: t.MessageId,
        account_id: Optional[t.AccountId] = None,
        timeout: Optional[float] = None,
    ) -> t.Message:
        """One message.

        `message.get`. As the sender knows it when the sender is on this node, otherwise as the receiver
        does; name the account to choose.

        Args:
            message_id: Its id.
            account_id: The account whose record is wanted.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            MessageNotFoundError, AccountNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.Message = await self._call(
            METHODS["message.get"],
            {
                "messageId": message_id,
                "accountId": account_id,
            },
            timeout,
        )
        return result

    async def list(
        self,
        *,
        account_id: t.AccountId,
        app: Optional[t.AppTag] = None,
        direction: Optional[t.Direction] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.MessagePage:
        """Messages of an account.

        `message.list`. Received and complete ones, in the order they were completed, or with `direction`
        "out" those sent. Reading deletes nothing: keep `next` and pass it later to get only what is new.

        Args:
            account_id: The account.
            app: Only those with this application tag.
            direction: `in` when absent.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.MessagePage = await self._call(
            METHODS["message.list"],
            {
                "accountId": account_id,
                "app": app,
                "direction": direction,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def status(
        self,
        *,
        message_id: t.MessageId,
        account_id: Optional[t.AccountId] = None,
        timeout: Optional[float] = None,
    ) -> t.MessageStatus:
        """Where a message stands.

        `message.status`. The states and what may follow each are in `MessageState`.

        Args:
            message_id: Its id.
            account_id: The account whose record is wanted.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            MessageNotFoundError, AccountNotFoundError, NotReadyError; and those that every call can meet.
        """
        result: t.MessageStatus = await self._call(
            METHODS["message.status"],
            {
                "messageId": message_id,
                "accountId": account_id,
            },
            timeout,
        )
        return result

    async def decode(
        self,
        *,
        account_id: t.AccountId,
        output_id: t.OutputId,
        timeout: Optional[float] = None,
    ) -> t.DecodedPayload:
        """Read the payload of one output.

        `message.decode`. For an output that belongs to the account.

        Args:
            account_id: The account.
            output_id: The output.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, OutputNotFoundError, NotForAccountError, PayloadPrunedError,
            NotReadyError; and those that every call can meet.
        """
        result: t.DecodedPayload = await self._call(
            METHODS["message.decode"],
            {
                "accountId": account_id,
                "outputId": output_id,
            },
            timeout,
        )
        return result


class StakeMethods:
    """The methods `stake.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def deposit(
        self,
        *,
        account_id: t.AccountId,
        amount: t.PositiveAmount,
        validator_key: Optional[t.ValidatorKey] = None,
        commission: Optional[t.BasisPoints] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeSent:
        """Stake.

        `stake.deposit`. Stakes with a validator: the one that votes with `validatorKey`, or this node's
        own. An account that operates the validator adds to its own stake in it. When this node's own
        validator is not registered yet, the deposit registers it, with the account as its operator: that
        takes `minStake` of `stake.params`. So it does, with a new key, for an operator that has taken all
        of its own stake out, and for anybody when the validator is gone. Returns as soon as it is stored
        and handed on; `stake.status` events carry it on. The money earns from the next epoch on. Every
        deposit has a key of its own that only the account can tell is its, and that its phrase restores.

        Args:
            account_id: The account.
            amount: How much; the fee comes on top.
            validator_key: The validator. Absent: this node's own.
            commission: Share of what others' stake earns that the operator keeps, for a validator that
                is registered by this; 1000 when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, UnknownValidatorError, NoValidatorError, ValidatorClosedError,
            BelowMinimumError, StakeBusyError, StakeRefusedError, AmountTooLargeError, NotReadyError,
            IdempotencyConflictError, OverBudgetError; and those that every call can meet.
        """
        result: t.StakeSent = await self._call(
            METHODS["stake.deposit"],
            {
                "accountId": account_id,
                "amount": amount,
                "validatorKey": validator_key,
                "commission": commission,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def withdraw(
        self,
        *,
        account_id: t.AccountId,
        stake_id: t.StakeId,
        amount: Optional[t.PositiveAmount] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeSent:
        """Take stake out.

        `stake.withdraw`. Begins to take a stake out, or a part of it. It is released when the unbonding
        time is over (at once where it never counted), and the wallet withdraws it then by itself. For an
        `award`, and for what is released, it withdraws at once.

        Args:
            account_id: The account.
            stake_id: The stake.
            amount: How much of it. Absent: all.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, UnknownStakeError, BelowMinimumError, StakeLockedError, StakeFrozenError,
            StakeBusyError, InsufficientStakeError, StakeWithdrawnError, StakeRefusedError, NotReadyError,
            IdempotencyConflictError, OverBudgetError; and those that every call can meet.
        """
        result: t.StakeSent = await self._call(
            METHODS["stake.withdraw"],
            {
                "accountId": account_id,
                "stakeId": stake_id,
                "amount": amount,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def configure(
        self,
        *,
        account_id: t.AccountId,
        commission: t.BasisPoints,
        validator_key: Optional[t.ValidatorKey] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeSent:
        """Set a commission.

        `stake.configure`. For operators. A rise is at most `commissionStep` a change and holds after
        `commissionNotice` whole epochs; a cut holds from the next epoch on.

        Args:
            account_id: The account.
            validator_key: The validator. Absent: this node's own.
            commission: The commission to come.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, UnknownValidatorError, NoValidatorError, NotOperatorError, StakeBusyError,
            StakeRefusedError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.StakeSent = await self._call(
            METHODS["stake.configure"],
            {
                "accountId": account_id,
                "validatorKey": validator_key,
                "commission": commission,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def rotate(
        self,
        *,
        account_id: t.AccountId,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeSent:
        """Change the validator key.

        `stake.rotate`. For operators, on the node that runs the validator. The node makes a new key,
        stores it, and votes with it from the next epoch on; until then with the present one, whose votes
        the validator still answers for afterwards. One change at a time: before the next epoch another is
        refused with `stake_refused` and the rule `rotating`. Copies of the key file have to be made anew.

        Args:
            account_id: The account.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, UnknownValidatorError, NoValidatorError, NotOperatorError, StakeBusyError,
            StakeRefusedError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.StakeSent = await self._call(
            METHODS["stake.rotate"],
            {
                "accountId": account_id,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def resume(
        self,
        *,
        account_id: t.AccountId,
        validator_key: Optional[t.ValidatorKey] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeSent:
        """End a suspension.

        `stake.resume`. For operators. A validator that was silent comes back into the set with the next
        epoch.

        Args:
            account_id: The account.
            validator_key: The validator. Absent: this node's own.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, UnknownValidatorError, NoValidatorError, NotOperatorError, StakeBusyError,
            StakeRefusedError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.StakeSent = await self._call(
            METHODS["stake.resume"],
            {
                "accountId": account_id,
                "validatorKey": validator_key,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def get(
        self,
        *,
        account_id: t.AccountId,
        stake_id: t.StakeId,
        timeout: Optional[float] = None,
    ) -> t.Stake:
        """One stake.

        `stake.get`. As it stands now.

        Args:
            account_id: The account.
            stake_id: Its id.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, UnknownStakeError, NotReadyError; and those that every call can meet.
        """
        result: t.Stake = await self._call(
            METHODS["stake.get"],
            {
                "accountId": account_id,
                "stakeId": stake_id,
            },
            timeout,
        )
        return result

    async def list(
        self,
        *,
        account_id: t.AccountId,
        status: Optional[t.StakeStatus] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.StakePage:
        """Stakes of an account.

        `stake.list`. With prizes and bounties of the award that are the account's. In the order they were
        made on this node or found on the chain.

        Args:
            account_id: The account.
            status: Only those that stand like this.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.StakePage = await self._call(
            METHODS["stake.list"],
            {
                "accountId": account_id,
                "status": status,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def validators(
        self,
        *,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.ValidatorPage:
        """Validators.

        `stake.validators`. All that are registered, in the order of their ids.

        Args:
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.ValidatorPage = await self._call(
            METHODS["stake.validators"],
            {
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def validator(
        self,
        *,
        validator_id: Optional[t.ValidatorId] = None,
        validator_key: Optional[t.ValidatorKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Validator:
        """One validator.

        `stake.validator`. By its id, or by a key it votes with or ever voted with. Give exactly one of
        `validator_id` and `validator_key`.

        Args:
            validator_id: Its id.
            validator_key: A key of it.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            UnknownValidatorError, NotReadyError; and those that every call can meet.
        """
        result: t.Validator = await self._call(
            METHODS["stake.validator"],
            {
                "validatorId": validator_id,
                "validatorKey": validator_key,
            },
            timeout,
        )
        return result

    async def epoch(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.Epoch:
        """The present epoch.

        `stake.epoch`. Its set, and how far it has come.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.Epoch = await self._call(
            METHODS["stake.epoch"],
            {},
            timeout,
        )
        return result

    async def params(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.StakeParams:
        """The numbers of staking.

        `stake.params`. Every node of the network agrees on them.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.StakeParams = await self._call(
            METHODS["stake.params"],
            {},
            timeout,
        )
        return result

    async def rewards(
        self,
        *,
        validator_id: Optional[t.ValidatorId] = None,
        account_id: Optional[t.AccountId] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeRewardPage:
        """What epochs paid.

        `stake.rewards`. To validators and those who staked with them. It is added to the stake by itself.

        Args:
            validator_id: Only what it was paid.
            account_id: Only what validators were paid that the account operates, or has or had stake
                with; with what of it is the account's as `earned`.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.StakeRewardPage = await self._call(
            METHODS["stake.rewards"],
            {
                "validatorId": validator_id,
                "accountId": account_id,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def award(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.Award:
        """The award to come.

        `stake.award`. The pool, the next draw, and for every validator whether it may still win, and if
        not, why.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.Award = await self._call(
            METHODS["stake.award"],
            {},
            timeout,
        )
        return result

    async def awards(
        self,
        *,
        period: Optional[int] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.AwardRecordPage:
        """Awards that are over.

        `stake.awards`. With everything it takes to check a draw again without trusting this node: `stegos
        award verify` does.

        Args:
            period: Only that of this period.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.AwardRecordPage = await self._call(
            METHODS["stake.awards"],
            {
                "period": period,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result

    async def award_proof(
        self,
        *,
        timeout: Optional[float] = None,
    ) -> t.AwardProof:
        """What ties the awards that are over to a block.

        `stake.awardProof`. Everything that the state commitment of the last final block is the hash of,
        and the block's certificate. Whoever trusts that block, or the validators that signed it, knows
        with it that the chain of hashes over the records of `stake.awards` is the chain's, and so every
        one of them. `stegos award proof` keeps it and `stegos award verify --proof` checks it, without a
        node.

        Args:
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            NotReadyError; and those that every call can meet.
        """
        result: t.AwardProof = await self._call(
            METHODS["stake.awardProof"],
            {},
            timeout,
        )
        return result

    async def prove_award(
        self,
        *,
        account_id: t.AccountId,
        proof: Optional[t.DelayProof] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.StakeSent:
        """Post the proof that ends an award's draw.

        `stake.proveAward`. For anybody, validator or not: once a draw has its seed, whoever has worked out
        its delay may post the proof, and gets the bounty, at most a tenth of the draw. Without `proof` it
        is the one that this node has worked out, which takes hours on the main network; a node that is
        started with `--award-prover on` begins as soon as the seed is there, and with the same seed again
        after a restart. Until it is done the answer is `proof_not_ready`: ask again. Validators post
        theirs in the blocks that they lead, so somebody else may be faster; then the operation is refused,
        and costs nothing. `amount` is the bounty. Once the operation is final it is an entry of its own in
        stake.list, with the `stakeId` of the answer, until stake.withdraw takes it.

        Args:
            account_id: The account: it pays the fee, and the bounty is for it.
            proof: The proof, from another machine. Absent: the one that this node has worked out.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            AccountNotFoundError, AccountLockedError, ViewOnlyError, InsufficientFundsError,
            MempoolFullError, NoDrawError, ProofNotReadyError, InvalidAwardProofError, StakeBusyError,
            StakeRefusedError, NotReadyError, IdempotencyConflictError, OverBudgetError; and those that
            every call can meet.
        """
        result: t.StakeSent = await self._call(
            METHODS["stake.proveAward"],
            {
                "accountId": account_id,
                "proof": proof,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def slashings(
        self,
        *,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.SlashingPage:
        """Stake that was burnt.

        `stake.slashings`. Because a validator contradicted itself, or was silent while more than a third
        of the weight was.

        Args:
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first when absent. A cursor is good for the order it came from.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.SlashingPage = await self._call(
            METHODS["stake.slashings"],
            {
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result


class TokenMethods:
    """The methods `token.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        *,
        name: t.TokenName,
        scopes: Sequence[t.Scope],
        methods: Optional[Sequence[t.MethodPattern]] = None,
        accounts: Optional[Sequence[t.AccountId]] = None,
        budget: Optional[t.TokenBudget] = None,
        rate: Optional[int] = None,
        expires_at: Optional[t.Timestamp] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.TokenCreated:
        """Make a token.

        `token.create`. Makes a token that may do less than the one it is made with: fewer scopes, some
        methods, some accounts, so much money in a period, so many calls a second, until some time. It is
        shown this once; the node keeps its hash. What narrows the token of the caller narrows the new one,
        too.

        Args:
            name: For people.
            scopes: What it is for. The caller's token must have all of them.
            methods: The only methods it may call, beside `node.version`. Absent: all that its scopes
                allow.
            accounts: The only accounts it may know of, which are on the node. Absent: all, also those
                made later.
            budget: What it may move out of accounts at most.
            rate: Calls a second it may make, on average.
            expires_at: When it ends, if it is not revoked before.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            ScopeMissingError, AccountNotFoundError, TooManyTokensError, NotReadyError,
            IdempotencyConflictError; and those that every call can meet.
        """
        result: t.TokenCreated = await self._call(
            METHODS["token.create"],
            {
                "name": name,
                "scopes": scopes,
                "methods": methods,
                "accounts": accounts,
                "budget": budget,
                "rate": rate,
                "expiresAt": expires_at,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def list(
        self,
        *,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        timeout: Optional[float] = None,
    ) -> t.TokenPage:
        """Tokens.

        `token.list`. Those that were made, without their secrets, in the order they were made; those that
        are over as well, for a while.

        Args:
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.TokenPage = await self._call(
            METHODS["token.list"],
            {
                "cursor": cursor,
                "limit": limit,
            },
            timeout,
        )
        return result

    async def revoke(
        self,
        *,
        token_id: t.TokenId,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Token:
        """End a token.

        `token.revoke`. At once: when the answer is there, nothing more is done for the token or for those
        made with it. Its open connections are told and closed. What it sent before stays sent.

        Args:
            token_id: The token.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            TokenNotFoundError, NotReadyError, IdempotencyConflictError; and those that every call can
            meet.
        """
        result: t.Token = await self._call(
            METHODS["token.revoke"],
            {
                "tokenId": token_id,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def audit(
        self,
        *,
        token_id: Optional[t.TokenId] = None,
        cursor: Optional[t.Cursor] = None,
        limit: Optional[t.Limit] = None,
        order: Optional[t.Order] = None,
        timeout: Optional[float] = None,
    ) -> t.AuditPage:
        """Who did what.

        `token.audit`. Calls that changed something, revealed a key, or were refused for lack of rights;
        not those that only read. Kept for a time and up to a number that the operator of the node sets.

        Args:
            token_id: Only those made with this token.
            cursor: Goes on after the page that gave it as `next`. Absent: from the beginning.
            limit: Items at most; 100 when absent.
            order: `oldest` first (the default), or `newest` first.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            InvalidCursorError, NotReadyError; and those that every call can meet.
        """
        result: t.AuditPage = await self._call(
            METHODS["token.audit"],
            {
                "tokenId": token_id,
                "cursor": cursor,
                "limit": limit,
                "order": order,
            },
            timeout,
        )
        return result


class DevMethods:
    """The methods `dev.*`."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def faucet(
        self,
        *,
        address: t.Address,
        amount: Optional[t.PositiveAmount] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.FaucetPayment:
        """Free coins.

        `dev.faucet`. Pays from the faucet of the development network.

        Args:
            address: Who gets them.
            amount: 100 STG when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            DevOnlyError, InvalidAddressError, WrongNetworkError, InsufficientFundsError, NotReadyError,
            IdempotencyConflictError; and those that every call can meet.
        """
        result: t.FaucetPayment = await self._call(
            METHODS["dev.faucet"],
            {
                "address": address,
                "amount": amount,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def mine(
        self,
        *,
        blocks: Optional[int] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.Mined:
        """Make blocks now.

        `dev.mine`. Returns when they are final.

        Args:
            blocks: How many; 1 when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            DevOnlyError, NotReadyError, IdempotencyConflictError; and those that every call can meet.
        """
        result: t.Mined = await self._call(
            METHODS["dev.mine"],
            {
                "blocks": blocks,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result

    async def time(
        self,
        *,
        advance: Optional[int] = None,
        idempotency_key: Optional[t.IdempotencyKey] = None,
        timeout: Optional[float] = None,
    ) -> t.DevTime:
        """Read or advance the clock.

        `dev.time`. The development network has a clock of its own, which can be put forward, never back.

        Args:
            advance: Seconds to put it forward; 0 when absent.
            idempotency_key: Makes it safe to repeat the call.
            timeout: Seconds one attempt may take, instead of those of the client.

        Raises:
            DevOnlyError, NotReadyError, IdempotencyConflictError; and those that every call can meet.
        """
        result: t.DevTime = await self._call(
            METHODS["dev.time"],
            {
                "advance": advance,
                "idempotencyKey": idempotency_key,
            },
            timeout,
        )
        return result


class Methods:
    """All groups of methods."""

    def __init__(self, call: AsyncCall) -> None:
        self.rpc = RpcMethods(call)
        self.node = NodeMethods(call)
        self.chain = ChainMethods(call)
        self.account = AccountMethods(call)
        self.payment = PaymentMethods(call)
        self.message = MessageMethods(call)
        self.stake = StakeMethods(call)
        self.token = TokenMethods(call)
        self.dev = DevMethods(call)
